<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Pollux</name>
    <message>
        <source>What is placed</source>
        <translation>Was gesetzt wird</translation>
    </message>
    <message>
        <source>Implants</source>
        <translation>Implantate</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>"%1" is %2 now.</source>
        <translation>„%1“ liegt jetzt auf %2.</translation>
    </message>
    <message>
        <source>%1
in %2, %3</source>
        <translation>%1
in %2, %3</translation>
    </message>
    <message>
        <source>%1 is taken by "%2". Give that command another key first.</source>
        <translation>%1 ist durch „%2“ belegt. Geben Sie diesem Befehl zuerst eine andere Taste.</translation>
    </message>
    <message>
        <source>&amp;Clear list of recent cases</source>
        <translation>Liste der letzten Fälle &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>A picture of a patient is patient data, so this is off unless you turn it on. A small picture of the views, without the patient's name, is then written whenever you save a case, and only your account may read it. Turning this off or clearing the list removes all of them; that of a case that no longer exists is removed at the next start or save.</source>
        <translation>Das Bild eines Patienten gehört zu seinen Daten, deshalb ist dies aus, solange Sie es nicht einschalten. Dann wird bei jedem Sichern eines Falls ein kleines Bild der Ansichten ohne den Namen des Patienten geschrieben, das nur Ihr Konto lesen darf. Ausschalten oder Leeren der Liste entfernt alle; das eines Falls, den es nicht mehr gibt, wird beim nächsten Start oder Sichern entfernt.</translation>
    </message>
    <message>
        <source>All commands have their defaults again.</source>
        <translation>Alle Befehle haben wieder ihre Standardtasten.</translation>
    </message>
    <message>
        <source>All keys are the defaults.</source>
        <translation>Alle Tasten sind die Standardtasten.</translation>
    </message>
    <message>
        <source>Alt with a letter opens menus. Press Ctrl with it.</source>
        <translation>Alt mit einem Buchstaben öffnet Menüs. Drücken Sie Strg dazu.</translation>
    </message>
    <message>
        <source>Choose a command in the table first.</source>
        <translation>Wählen Sie zuerst einen Befehl in der Tabelle.</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Clear list of recent cases</source>
        <translation>Liste der letzten Fälle leeren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close preferences</source>
        <translation>Einstellungen schließen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Enter completes what a tool of the slices began.</source>
        <translation>Die Eingabetaste schließt ab, was ein Werkzeug der Schichten begonnen hat.</translation>
    </message>
    <message>
        <source>Escape cancels.</source>
        <translation>Escape bricht ab.</translation>
    </message>
    <message>
        <source>Every step is kept here until it is saved. XDG_STATE_HOME moves it, at the next start.</source>
        <translation>Jeder Schritt liegt hier, bis er gesichert ist. XDG_STATE_HOME verlegt den Ordner beim nächsten Start.</translation>
    </message>
    <message>
        <source>Fields need this key for editing.</source>
        <translation>Eingabefelder brauchen diese Taste zum Bearbeiten.</translation>
    </message>
    <message>
        <source>Fields need this key for typing. Press Ctrl with it.</source>
        <translation>Eingabefelder brauchen diese Taste zum Schreiben. Drücken Sie Strg dazu.</translation>
    </message>
    <message>
        <source>Folder of the pictures</source>
        <translation>Ordner der Bilder</translation>
    </message>
    <message>
        <source>Forgets the recent cases and removes their pictures; the cases stay</source>
        <translation>Vergisst die letzten Fälle und entfernt ihre Bilder; die Fälle bleiben</translation>
    </message>
    <message>
        <source>Forgets them and removes their pictures; the cases stay</source>
        <translation>Vergisst sie und entfernt ihre Bilder; die Fälle bleiben</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>How many are remembered; fewer than there are forgets the oldest</source>
        <translation>Wie viele gemerkt werden; weniger als vorhanden vergisst die ältesten</translation>
    </message>
    <message>
        <source>How many recent cases are remembered</source>
        <translation>Wie viele letzte Fälle gemerkt werden</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Key of the chosen command</source>
        <translation>Taste des gewählten Befehls</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Name the patient in the banner</source>
        <translation>Den Patienten in der Kopfzeile nennen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Off, name, id and dates are not shown above the views. The name of the case file stays in the window's title. Pictures, films and reports have a choice of their own.</source>
        <translation>Ausgeschaltet stehen Name, Nummer und Daten nicht über den Ansichten. Der Name der Falldatei bleibt im Fenstertitel. Bilder, Filme und Berichte haben eine eigene Wahl.</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Pictures of recent cases on the start page</source>
        <translation>Bilder der letzten Fälle auf der Startseite</translation>
    </message>
    <message>
        <source>Plus and minus enlarge and reduce the slices.</source>
        <translation>Plus und Minus vergrößern und verkleinern die Schichten.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Press the new key here; it is taken a second after the last one</source>
        <translation>Hier die neue Taste drücken; sie gilt eine Sekunde nach der letzten</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Recorded with every step and confirmation from now on.</source>
        <translation>Wird ab jetzt mit jedem Schritt und jeder Bestätigung festgehalten.</translation>
    </message>
    <message>
        <source>Recovery folder</source>
        <translation>Ordner der Wiederherstellung</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Alle Tasten zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the key of the chosen command</source>
        <translation>Taste des gewählten Befehls zurücksetzen</translation>
    </message>
    <message>
        <source>Search a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>Größe von allem</translation>
    </message>
    <message>
        <source>Tab moves from one control to the next.</source>
        <translation>Die Tabulatortaste geht von einem Bedienelement zum nächsten.</translation>
    </message>
    <message>
        <source>Takes all defaults again</source>
        <translation>Nimmt wieder alle Standardtasten</translation>
    </message>
    <message>
        <source>Takes the default again</source>
        <translation>Nimmt wieder die Standardtaste</translation>
    </message>
    <message>
        <source>The arrows scroll the slices and move the crosshair.</source>
        <translation>Die Pfeiltasten blättern in den Schichten und bewegen das Fadenkreuz.</translation>
    </message>
    <message>
        <source>The command has its default again.</source>
        <translation>Der Befehl hat wieder seine Standardtaste.</translation>
    </message>
    <message>
        <source>The command has no key now.</source>
        <translation>Der Befehl hat jetzt keine Taste.</translation>
    </message>
    <message>
        <source>The command keeps its place in the menu</source>
        <translation>Der Befehl behält seinen Platz im Menü</translation>
    </message>
    <message>
        <source>The page keys scroll the slices.</source>
        <translation>Die Bildtasten blättern in den Schichten.</translation>
    </message>
    <message>
        <source>The patient is not named (Preferences, Privacy)</source>
        <translation>Der Patient wird nicht genannt (Einstellungen, Datenschutz)</translation>
    </message>
    <message>
        <source>The pictures lie here. XDG_CACHE_HOME moves it, at the next start.</source>
        <translation>Die Bilder liegen hier. XDG_CACHE_HOME verlegt den Ordner beim nächsten Start.</translation>
    </message>
    <message>
        <source>The size takes effect at the next start.</source>
        <translation>Die Größe gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>The space bar presses buttons and sets points with a tool of the slices.</source>
        <translation>Die Leertaste drückt Knöpfe und setzt Punkte mit einem Werkzeug der Schichten.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>There are no recent cases.</source>
        <translation>Es gibt keine letzten Fälle.</translation>
    </message>
    <message>
        <source>This command has no key.</source>
        <translation>Dieser Befehl hat keine Taste.</translation>
    </message>
    <message>
        <source>This is the default.</source>
        <translation>Dies ist die Standardtaste.</translation>
    </message>
    <message>
        <source>This key is not known.</source>
        <translation>Diese Taste ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This letter turns the 3-D view to a side, and fields need it for typing.</source>
        <translation>Dieser Buchstabe dreht die 3-D-Ansicht zu einer Seite, und Eingabefelder brauchen ihn zum Schreiben.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 (not in this case)</source>
        <translation>%1 (nicht in diesem Fall)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>(choose)</source>
        <translation>(wählen)</translation>
    </message>
    <message>
        <source>automatic: %1</source>
        <translation>automatisch: %1</translation>
    </message>
    <message>
        <source>automatic: no %1 yet</source>
        <translation>automatisch: noch nicht vorhanden: %1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Type a whole number.</source>
        <translation>Geben Sie eine ganze Zahl ein.</translation>
    </message>
    <message>
        <source>Type a number, with a point as decimal mark.</source>
        <translation>Geben Sie eine Zahl ein, mit Punkt als Dezimalzeichen.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>%1: durchsuchen</translation>
    </message>
    <message>
        <source>Choose a file. A folder can be typed or dropped on the window.</source>
        <translation>Eine Datei wählen. Ein Ordner kann eingetippt oder auf das Fenster gezogen werden.</translation>
    </message>
    <message>
        <source>to the left</source>
        <translation>nach links</translation>
    </message>
    <message>
        <source>to the back</source>
        <translation>nach hinten</translation>
    </message>
    <message>
        <source>to the head</source>
        <translation>zum Kopf</translation>
    </message>
    <message>
        <source>%1 in mm, positive %2</source>
        <translation>%1 in mm, positiv %2</translation>
    </message>
    <message>
        <source>Use crosshair</source>
        <translation>Fadenkreuz nehmen</translation>
    </message>
    <message>
        <source>%1: use crosshair</source>
        <translation>%1: Fadenkreuz nehmen</translation>
    </message>
    <message>
        <source>Take the point where the crosshair stands</source>
        <translation>Den Punkt nehmen, an dem das Fadenkreuz steht</translation>
    </message>
    <message>
        <source>There is no image view here to take a point from.</source>
        <translation>Hier gibt es keine Bildansicht, aus der ein Punkt genommen werden kann.</translation>
    </message>
    <message>
        <source>Type three numbers, or use the crosshair.</source>
        <translation>Geben Sie drei Zahlen ein, oder nehmen Sie das Fadenkreuz.</translation>
    </message>
    <message>
        <source>x,y,z; x,y,z; ...</source>
        <translation>x,y,z; x,y,z; ...</translation>
    </message>
    <message>
        <source>Add crosshair</source>
        <translation>Fadenkreuz hinzufügen</translation>
    </message>
    <message>
        <source>%1: add crosshair</source>
        <translation>%1: Fadenkreuz hinzufügen</translation>
    </message>
    <message>
        <source>Add the point where the crosshair stands</source>
        <translation>Den Punkt hinzufügen, an dem das Fadenkreuz steht</translation>
    </message>
    <message>
        <source>Type points as x,y,z with semicolons between them.</source>
        <translation>Geben Sie Punkte als x,y,z ein, mit Semikolon dazwischen.</translation>
    </message>
    <message>
        <source>&lt;p&gt;From %1 to %2%3.</source>
        <translation>&lt;p&gt;Von %1 bis %2%3.</translation>
    </message>
    <message>
        <source> Default %1%2.&lt;/p&gt;</source>
        <translation> Vorgabe %1%2.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Source: %1&lt;/p&gt;</source>
        <translation>&lt;p&gt;Quelle: %1&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Advanced (%1)</source>
        <translation>Erweitert (%1)</translation>
    </message>
    <message>
        <source>Show advanced parameters</source>
        <translation>Erweiterte Parameter zeigen</translation>
    </message>
    <message>
        <source>What the case holds</source>
        <translation>Was der Fall enthält</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>mL</source>
        <translation>mL</translation>
    </message>
    <message>
        <source>Volume of the mask in millilitres</source>
        <translation>Volumen der Maske in Milliliter</translation>
    </message>
    <message>
        <source>%1
id: %2</source>
        <translation>%1
Kennung: %2</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>The input gate stops this study: see the findings.</source>
        <translation>Die Eingangsprüfung stoppt diese Studie: siehe die Befunde.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The input gate stops this image: see the findings.</source>
        <translation>Die Eingangsprüfung stoppt dieses Bild: siehe die Befunde.</translation>
    </message>
    <message>
        <source>Structures</source>
        <translation>Strukturen</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>Proposal with quality %1 of 1. %2
Look at it, then confirm it (right click).</source>
        <translation>Vorschlag mit Güte %1 von 1. %2
Sehen Sie ihn an und bestätigen Sie ihn dann (Rechtsklick).</translation>
    </message>
    <message>
        <source>Confirmed by %1, %2</source>
        <translation>Bestätigt von %1, %2</translation>
    </message>
    <message>
        <source>Something it was made from has changed since.</source>
        <translation>Etwas, woraus es erzeugt wurde, hat sich seitdem geändert.</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Landmarken</translation>
    </message>
    <message>
        <source>Registrations</source>
        <translation>Registrierungen</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>Of missing plugins</source>
        <translation>Von fehlenden Plugins</translation>
    </message>
    <message>
        <source>Fly to</source>
        <translation>Hinfliegen</translation>
    </message>
    <message>
        <source>It has no place in the body.</source>
        <translation>Es hat keinen Ort im Körper.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Records that you have looked at it</source>
        <translation>Hält fest, dass Sie es angesehen haben</translation>
    </message>
    <message>
        <source>It is confirmed already.</source>
        <translation>Es ist bereits bestätigt.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Take a tool to change the structure in the slices.</source>
        <translation>Nehmen Sie ein Werkzeug, um die Struktur in den Schichten zu ändern.</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Drag in a slice to paint. Space paints at the crosshair.</source>
        <translation>In einer Schicht ziehen, um zu malen. Die Leertaste malt am Fadenkreuz.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Drag in a slice to erase. Space erases at the crosshair.</source>
        <translation>In einer Schicht ziehen, um zu radieren. Die Leertaste radiert am Fadenkreuz.</translation>
    </message>
    <message>
        <source>Scissors</source>
        <translation>Schere</translation>
    </message>
    <message>
        <source>Draw a closed outline in a slice.</source>
        <translation>Zeichnen Sie einen geschlossenen Umriss in einer Schicht.</translation>
    </message>
    <message>
        <source>Trace level</source>
        <translation>Isolinie</translation>
    </message>
    <message>
        <source>Click on a border: the area inside the line of equal value is taken.</source>
        <translation>Klicken Sie auf einen Rand: Die Fläche innerhalb der Linie gleichen Werts wird genommen.</translation>
    </message>
    <message>
        <source>Island</source>
        <translation>Insel</translation>
    </message>
    <message>
        <source>Click on a part of the structure.</source>
        <translation>Klicken Sie auf einen Teil der Struktur.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Draw a line across: what the arrow points to is cut off.</source>
        <translation>Ziehen Sie eine Linie quer hindurch: Worauf der Pfeil zeigt, wird abgeschnitten.</translation>
    </message>
    <message>
        <source>Correct structures</source>
        <translation>Strukturen korrigieren</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>Structure to correct</source>
        <translation>Zu korrigierende Struktur</translation>
    </message>
    <message>
        <source>Name of the new structure</source>
        <translation>Name der neuen Struktur</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Tool: %1</source>
        <translation>Werkzeug: %1</translation>
    </message>
    <message>
        <source>The structure as a whole</source>
        <translation>Die Struktur als Ganzes</translation>
    </message>
    <message>
        <source>What to do with the whole structure</source>
        <translation>Was mit der ganzen Struktur zu tun ist</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Apply to the whole structure</source>
        <translation>Auf die ganze Struktur anwenden</translation>
    </message>
    <message>
        <source>New structure …</source>
        <translation>Neue Struktur …</translation>
    </message>
    <message>
        <source>Choose a structure that is there.</source>
        <translation>Wählen Sie eine vorhandene Struktur.</translation>
    </message>
    <message>
        <source>One step; undo takes it back.</source>
        <translation>Ein Schritt; Rückgängig nimmt ihn zurück.</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>anerkannt</translation>
    </message>
    <message>
        <source>&lt;br&gt;Reason: %1</source>
        <translation>&lt;br&gt;Begründung: %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Fly to: %1</source>
        <translation>Hinfliegen: %1</translation>
    </message>
    <message>
        <source>Reason to go on</source>
        <translation>Begründung für das Fortfahren</translation>
    </message>
    <message>
        <source>Reason to go on in spite of: %1</source>
        <translation>Begründung für das Fortfahren trotz: %1</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Anerkennen</translation>
    </message>
    <message>
        <source>Acknowledge: %1</source>
        <translation>Anerkennen: %1</translation>
    </message>
    <message>
        <source>Type the reason first: the report prints it.</source>
        <translation>Geben Sie zuerst die Begründung ein: Der Bericht druckt sie.</translation>
    </message>
    <message>
        <source>The report prints the reason.</source>
        <translation>Der Bericht druckt die Begründung.</translation>
    </message>
    <message>
        <source>(study)</source>
        <translation>(Studie)</translation>
    </message>
    <message>
        <source>(image %1)</source>
        <translation>(Bild %1)</translation>
    </message>
    <message>
        <source>(%1)</source>
        <translation>(%1)</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>&lt;h4&gt;Parameters&lt;/h4&gt;</source>
        <translation>&lt;h4&gt;Parameter&lt;/h4&gt;</translation>
    </message>
    <message>
        <source>&lt;h4&gt;On the command line&lt;/h4&gt;&lt;p&gt;&lt;code&gt;pollux run CASE.pollux %1&lt;/code&gt;&lt;/p&gt;</source>
        <translation>&lt;h4&gt;Auf der Kommandozeile&lt;/h4&gt;&lt;p&gt;&lt;code&gt;pollux run CASE.pollux %1&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Version %1 of this operation. Research and teaching: not for clinical use.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Version %1 dieser Operation. Forschung und Lehre: nicht für den klinischen Gebrauch.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source> (removed)</source>
        <translation> (entfernt)</translation>
    </message>
    <message>
        <source>%1 series %2</source>
        <translation>%1-Serie %2</translation>
    </message>
    <message>
        <source> of study %1</source>
        <translation> der Studie %1</translation>
    </message>
    <message>
        <source>stale: an input has changed since</source>
        <translation>veraltet: Eine Eingabe hat sich seitdem geändert</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erzeugt mit</translation>
    </message>
    <message>
        <source>%1 &lt;i&gt;(%2, version %3)&lt;/i&gt;</source>
        <translation>%1 &lt;i&gt;(%2, Version %3)&lt;/i&gt;</translation>
    </message>
    <message>
        <source>(plugin not here)</source>
        <translation>(Plugin nicht vorhanden)</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>seitdem geändert</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>no other object</source>
        <translation>keinem anderen Objekt</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>(no name set)</source>
        <translation>(kein Name gesetzt)</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Parameters&lt;/b&gt;&lt;/p&gt;&lt;table&gt;%1&lt;/table&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Parameter&lt;/b&gt;&lt;/p&gt;&lt;table&gt;%1&lt;/table&gt;</translation>
    </message>
    <message>
        <source>Re-run what is stale</source>
        <translation>Veraltetes neu rechnen</translation>
    </message>
    <message>
        <source>Where the selected object came from</source>
        <translation>Woher das gewählte Objekt stammt</translation>
    </message>
    <message>
        <source>Nothing is stale.</source>
        <translation>Nichts ist veraltet.</translation>
    </message>
    <message>
        <source>Stale objects: %1. They are made again with the same parameters.</source>
        <translation>Veraltete Objekte: %1. Sie werden mit denselben Parametern neu erzeugt.</translation>
    </message>
    <message>
        <source>&lt;p&gt;Click an object in the case, on the left, to see where it came from.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Klicken Sie links auf ein Objekt des Falls, um zu sehen, woher es stammt.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Goes back to</source>
        <translation>Geht zurück auf</translation>
    </message>
    <message>
        <source>&lt;p&gt;No record: it came with the case.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Keine Aufzeichnung: Es kam mit dem Fall.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Measures&lt;/b&gt;&lt;/p&gt;&lt;table&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Maße&lt;/b&gt;&lt;/p&gt;&lt;table&gt;</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Drag from end to end, or click both ends.</source>
        <translation>Ziehen Sie von Ende zu Ende, oder klicken Sie beide Enden an.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Click along the path; Enter or a double click ends it.</source>
        <translation>Klicken Sie entlang des Wegs; Eingabe oder Doppelklick beendet ihn.</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Click an arm, the vertex, the other arm.</source>
        <translation>Klicken Sie einen Schenkel, den Scheitel und den anderen Schenkel an.</translation>
    </message>
    <message>
        <source>Line angle</source>
        <translation>Linienwinkel</translation>
    </message>
    <message>
        <source>Click the ends of one line, then the ends of the other; they need not meet.</source>
        <translation>Klicken Sie die Enden der einen und dann der anderen Linie an; sie müssen sich nicht treffen.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Click around the area; Enter or a double click closes it.</source>
        <translation>Klicken Sie um die Fläche herum; Eingabe oder Doppelklick schließt sie.</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Drag from the middle outwards: values inside an ellipse.</source>
        <translation>Von der Mitte nach außen ziehen: Werte in einer Ellipse.</translation>
    </message>
    <message>
        <source>Sphere</source>
        <translation>Kugel</translation>
    </message>
    <message>
        <source>Drag from the middle outwards: values inside a sphere.</source>
        <translation>Von der Mitte nach außen ziehen: Werte in einer Kugel.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>In the images</source>
        <translation>In den Bildern</translation>
    </message>
    <message>
        <source>Measure: %1</source>
        <translation>Messen: %1</translation>
    </message>
    <message>
        <source>What to measure of structures</source>
        <translation>Was an Strukturen gemessen wird</translation>
    </message>
    <message>
        <source>Measure the structures</source>
        <translation>Die Strukturen messen</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>Durchmesser</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Remove the measurement</source>
        <translation>Die Messung entfernen</translation>
    </message>
    <message>
        <source>Copy all measurements as a table (CSV)</source>
        <translation>Alle Messungen als Tabelle (CSV) kopieren</translation>
    </message>
    <message>
        <source>Stale: something it was made from has changed since.</source>
        <translation>Veraltet: Etwas, woraus es erzeugt wurde, hat sich seitdem geändert.</translation>
    </message>
    <message>
        <source>Undo brings it back.</source>
        <translation>Rückgängig bringt sie zurück.</translation>
    </message>
    <message>
        <source>Choose a measurement in the list.</source>
        <translation>Wählen Sie eine Messung in der Liste.</translation>
    </message>
    <message>
        <source>As CSV, for a spreadsheet</source>
        <translation>Als CSV, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Nothing has been measured yet.</source>
        <translation>Es wurde noch nichts gemessen.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search operations</source>
        <translation>Operationen suchen</translation>
    </message>
    <message>
        <source>Operations by category</source>
        <translation>Operationen nach Kategorie</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Run the operation</source>
        <translation>Die Operation ausführen</translation>
    </message>
    <message>
        <source>Help for the operation</source>
        <translation>Hilfe zur Operation</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>Hilfeseite</translation>
    </message>
    <message>
        <source>Choose an operation in the list above.</source>
        <translation>Wählen Sie oben in der Liste eine Operation.</translation>
    </message>
    <message>
        <source>No operation chosen</source>
        <translation>Keine Operation gewählt</translation>
    </message>
    <message>
        <source>It is running: see its progress below.</source>
        <translation>Sie läuft: siehe ihren Fortschritt unten.</translation>
    </message>
    <message>
        <source>Runs it on the open case; undo takes it back.</source>
        <translation>Führt sie auf dem offenen Fall aus; Rückgängig nimmt sie zurück.</translation>
    </message>
    <message>
        <source>Method, sources, parameters</source>
        <translation>Methode, Quellen, Parameter</translation>
    </message>
    <message>
        <source>Plan A</source>
        <translation>Plan A</translation>
    </message>
    <message>
        <source>Plan B, beside plan A</source>
        <translation>Plan B, neben Plan A</translation>
    </message>
    <message>
        <source>Plan B</source>
        <translation>Plan B</translation>
    </message>
    <message>
        <source>There is no plan yet: make one in the panel of the intervention.</source>
        <translation>Es gibt noch keinen Plan: Erstellen Sie einen im Panel des Eingriffs.</translation>
    </message>
    <message>
        <source>No plan yet. Make one in the panel of the intervention; its numbers appear here.</source>
        <translation>Noch kein Plan. Erstellen Sie einen im Panel des Eingriffs; seine Zahlen erscheinen hier.</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>, by %1</source>
        <translation>, von %1</translation>
    </message>
    <message>
        <source>. ↻ Stale: re-run it before you rely on it.</source>
        <translation>. ↻ Veraltet: Neu rechnen, bevor Sie sich darauf verlassen.</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1: %2&lt;/b&gt;&lt;br&gt;%3&lt;/p&gt;&lt;p&gt;Source: %4 (%5)&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1: %2&lt;/b&gt;&lt;br&gt;%3&lt;/p&gt;&lt;p&gt;Quelle: %4 (%5)&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Set here; the table says %1.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Hier gesetzt; die Tabelle sagt %1.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Numbers of the plan</source>
        <translation>Zahlen des Plans</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Verdict, limit</source>
        <translation>Urteil, Grenzwert</translation>
    </message>
    <message>
        <source>%1 unverified: from memory, not read in its source. Point at a row for definition and source of its limit.</source>
        <translation>%1 ungeprüft: aus dem Gedächtnis, nicht in der Quelle nachgelesen. Zeigen Sie auf eine Zeile, um Definition und Quelle ihres Grenzwerts zu sehen.</translation>
    </message>
    <message>
        <source>Stale: something this plan was made from has changed since.</source>
        <translation>Veraltet: Etwas, woraus dieser Plan erzeugt wurde, hat sich seitdem geändert.</translation>
    </message>
    <message>
        <source> limit %1</source>
        <translation> Grenzwert %1</translation>
    </message>
    <message>
        <source>, unverified</source>
        <translation>, ungeprüft</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>State of step %1, %2</source>
        <translation>Stand von Schritt %1, %2</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Open study &amp;folder…</source>
        <translation>Studienordner öffnen…</translation>
    </message>
    <message>
        <source>&amp;Open case, zip or image…</source>
        <translation>Fall, Zip oder Bild öffnen…</translation>
    </message>
    <message>
        <source>&amp;Demo patient</source>
        <translation>Demopatient</translation>
    </message>
    <message>
        <source>&amp;Recent cases</source>
        <translation>Letzte Fälle</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Export &amp;report…</source>
        <translation>Bericht exportieren…</translation>
    </message>
    <message>
        <source>&amp;Close case</source>
        <translation>Fall schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Find anything…</source>
        <translation>Alles finden…</translation>
    </message>
    <message>
        <source>Your &amp;name…</source>
        <translation>Ihr Name…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>&amp;Four views</source>
        <translation>Vier Ansichten</translation>
    </message>
    <message>
        <source>A&amp;xial large, three beside it</source>
        <translation>Axial groß, drei daneben</translation>
    </message>
    <message>
        <source>3D &amp;large, three beside it</source>
        <translation>3D groß, drei daneben</translation>
    </message>
    <message>
        <source>&amp;Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>&amp;Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>&amp;Coronal</source>
        <translation>Koronal</translation>
    </message>
    <message>
        <source>&amp;3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>&amp;Whole image</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>&amp;Presentation: large text, no patient name</source>
        <translation>Vorführung: großer Text, kein Patientenname</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>&amp;Size of everything</source>
        <translation>Größe von allem</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Pollux: not for clinical use</source>
        <translation>Über Pollux: nicht für den klinischen Gebrauch</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>Es wurde noch nichts getan.</translation>
    </message>
    <message>
        <source>Nothing has been undone.</source>
        <translation>Es wurde nichts rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Writes the case file</source>
        <translation>Schreibt die Falldatei</translation>
    </message>
    <message>
        <source>The case is empty: open a study first.</source>
        <translation>Der Fall ist leer: Öffnen Sie zuerst eine Studie.</translation>
    </message>
    <message>
        <source>Everything is saved.</source>
        <translation>Alles ist gespeichert.</translation>
    </message>
    <message>
        <source>Writes another case file</source>
        <translation>Schreibt eine andere Falldatei</translation>
    </message>
    <message>
        <source>HTML, PDF and JSON with pictures</source>
        <translation>HTML, PDF und JSON mit Bildern</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>Was gesucht wird</translation>
    </message>
    <message>
        <source>Find a command, an operation, a structure …</source>
        <translation>Einen Befehl, eine Operation, eine Struktur finden …</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Jobs and findings</source>
        <translation>Aufträge und Befunde</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Jobs and findings (stop: %1, warning: %2, note: %3)</source>
        <translation>Aufträge und Befunde (Stopp: %1, Warnung: %2, Hinweis: %3)</translation>
    </message>
    <message>
        <source>From the next start on, text and controls have %1 % of their size.</source>
        <translation>Ab dem nächsten Start haben Text und Bedienelemente %1 % ihrer Größe.</translation>
    </message>
    <message>
        <source>Pollux[*]</source>
        <translation>Pollux[*]</translation>
    </message>
    <message>
        <source>%1[*] – Pollux</source>
        <translation>%1[*] – Pollux</translation>
    </message>
    <message>
        <source>The report is written (HTML, PDF, JSON).</source>
        <translation>Der Bericht ist geschrieben (HTML, PDF, JSON).</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>The study is open. Next: build the twin. Pollux proposes skin, bones, lungs, liver, vessels and other organs; you look at them and confirm.</source>
        <translation>Die Studie ist geöffnet. Nächster Schritt: den Zwilling bauen. Pollux schlägt Haut, Knochen, Lungen, Leber, Gefäße und andere Organe vor; Sie sehen sie an und bestätigen sie.</translation>
    </message>
    <message>
        <source>Build the twin (abdomen CT)</source>
        <translation>Zwilling bauen (Abdomen-CT)</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>⚠ Research and teaching: not for clinical use</source>
        <translation>⚠ Forschung und Lehre: nicht für den klinischen Gebrauch</translation>
    </message>
    <message>
        <source>No patient</source>
        <translation>Kein Patient</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>born</source>
        <translation>geboren</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>study of</source>
        <translation>Studie vom</translation>
    </message>
    <message>
        <source>Presentation: the patient is not named</source>
        <translation>Vorführung: Der Patient wird nicht genannt</translation>
    </message>
    <message>
        <source>Open study folder</source>
        <translation>Studienordner öffnen</translation>
    </message>
    <message>
        <source>Open case or image file</source>
        <translation>Falldatei oder Bilddatei öffnen</translation>
    </message>
    <message>
        <source>All Pollux reads (*)</source>
        <translation>Alles, was Pollux liest (*)</translation>
    </message>
    <message>
        <source>Pollux cases (*.pollux)</source>
        <translation>Pollux-Fälle (*.pollux)</translation>
    </message>
    <message>
        <source>Zip (*.zip)</source>
        <translation>Zip (*.zip)</translation>
    </message>
    <message>
        <source>Images (*.dcm DICOMDIR *.nii *.nii.gz *.nrrd *.nhdr *.mha *.mhd)</source>
        <translation>Bilder (*.dcm DICOMDIR *.nii *.nii.gz *.nrrd *.nhdr *.mha *.mhd)</translation>
    </message>
    <message>
        <source>Save case</source>
        <translation>Fall speichern</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>Ordner für den Bericht</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>"%1" has changes that are in no case file.</source>
        <translation>„%1“ hat Änderungen, die in keiner Falldatei stehen.</translation>
    </message>
    <message>
        <source>Save them first, or throw them away?</source>
        <translation>Zuerst speichern oder verwerfen?</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>"%1" has been changed by another window or program since you opened it.</source>
        <translation>„%1“ wurde von einem anderen Fenster oder Programm geändert, seit Sie es geöffnet haben.</translation>
    </message>
    <message>
        <source>Save as… writes your case to another file and keeps both.
Replace writes yours over the other one, which is kept beside it as "%1~".
Cancel writes nothing; your case stays open.</source>
        <translation>Speichern unter… schreibt Ihren Fall in eine andere Datei und behält beide.
Ersetzen schreibt Ihren über den anderen, der daneben als „%1~“ aufbewahrt wird.
Abbrechen schreibt nichts; Ihr Fall bleibt offen.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Discard unsaved work</source>
        <translation>Nicht gespeicherte Arbeit verwerfen</translation>
    </message>
    <message>
        <source>Discarded steps cannot be brought back.</source>
        <translation>Verworfene Schritte lassen sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Name that is recorded with every step and confirmation:</source>
        <translation>Name, der mit jedem Schritt und jeder Bestätigung festgehalten wird:</translation>
    </message>
    <message>
        <source>About Pollux</source>
        <translation>Über Pollux</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Pollux %1&lt;/h3&gt;&lt;p&gt;Planning an intervention on a patient's digital twin.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Research and teaching: not for clinical use.&lt;/b&gt;&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Pollux %1&lt;/h3&gt;&lt;p&gt;Planung eines Eingriffs am digitalen Zwilling eines Patienten.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Forschung und Lehre: nicht für den klinischen Gebrauch.&lt;/b&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Pollux claims no outcome and no accuracy of navigation. Every number says where it came from; look at the structures before you rely on them.

Apache License 2.0.</source>
        <translation>Pollux behauptet kein Behandlungsergebnis und keine Navigationsgenauigkeit. Jede Zahl sagt, woher sie kommt; sehen Sie die Strukturen an, bevor Sie sich auf sie verlassen.

Apache License 2.0.</translation>
    </message>
    <message>
        <source>the last good state</source>
        <translation>der letzte gute Stand</translation>
    </message>
    <message>
        <source>1 unsaved step</source>
        <translation>1 nicht gespeicherter Schritt</translation>
    </message>
    <message>
        <source>%1 unsaved steps</source>
        <translation>%1 nicht gespeicherte Schritte</translation>
    </message>
    <message>
        <source>a case that was never saved</source>
        <translation>ein nie gespeicherter Fall</translation>
    </message>
    <message>
        <source>the case file "%1"</source>
        <translation>die Falldatei „%1“</translation>
    </message>
    <message>
        <source>yyyy-MM-dd 'at' HH:mm</source>
        <translation>dd.MM.yyyy 'um' HH:mm</translation>
    </message>
    <message>
        <source>%1 is damaged and can no longer be opened. Pollux still holds its last good state, of %2</source>
        <translation>%1 ist beschädigt und lässt sich nicht mehr öffnen. Pollux hat noch den letzten guten Stand, vom %2</translation>
    </message>
    <message>
        <source>%1, with %2.</source>
        <translation>%1 (%2).</translation>
    </message>
    <message>
        <source>Pollux ended with %1 in %2. The last one, "%3", is of %4.</source>
        <translation>Pollux endete mit nicht gespeicherter Arbeit (%1); betroffen: %2. Das Letzte, „%3“, ist vom %4.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Opens the case with these steps in it; it is saved when you save it.</source>
        <translation>Öffnet den Fall mit diesen Schritten darin; gespeichert wird er, wenn Sie ihn speichern.</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>Deletes these steps, after a question; the case file stays as it is.</source>
        <translation>Löscht diese Schritte nach einer Rückfrage; die Falldatei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Discard %1 in %2?</source>
        <translation>Verwerfen (%1): %2?</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>They stay on this disk and are offered again at the next start.</source>
        <translation>Sie bleiben auf diesem Datenträger und werden beim nächsten Start wieder angeboten.</translation>
    </message>
    <message>
        <source>Open a patient's study</source>
        <translation>Studie eines Patienten öffnen</translation>
    </message>
    <message>
        <source>Drop a folder, a zip or an image file anywhere on this window, or choose one here. Pollux reads DICOM (CT, MR, SEG, RTSTRUCT), NIfTI, NRRD and MetaImage, and its own .pollux cases.</source>
        <translation>Ziehen Sie einen Ordner, eine Zip- oder Bilddatei irgendwo auf dieses Fenster, oder wählen Sie hier. Pollux liest DICOM (CT, MR, SEG, RTSTRUCT), NIfTI, NRRD und MetaImage sowie seine eigenen .pollux-Fälle.</translation>
    </message>
    <message>
        <source>Open study folder…</source>
        <translation>Studienordner öffnen…</translation>
    </message>
    <message>
        <source>A folder with DICOM files, also with others among them</source>
        <translation>Ein Ordner mit DICOM-Dateien, auch mit anderen darunter</translation>
    </message>
    <message>
        <source>Open zip, image file or case…</source>
        <translation>Zip, Bilddatei oder Fall öffnen…</translation>
    </message>
    <message>
        <source>A zip of DICOM files, DICOMDIR, NIfTI, NRRD, MetaImage or a .pollux case</source>
        <translation>Eine Zip-Datei mit DICOM-Dateien, DICOMDIR, NIfTI, NRRD, MetaImage oder ein .pollux-Fall</translation>
    </message>
    <message>
        <source>No study at hand? The demo patient is a digital torso with a liver, vessels and lesions.</source>
        <translation>Keine Studie zur Hand? Der Demopatient ist ein digitaler Rumpf mit Leber, Gefäßen und Läsionen.</translation>
    </message>
    <message>
        <source>Demo patient</source>
        <translation>Demopatient</translation>
    </message>
    <message>
        <source>Makes a study of a digital torso and opens it as if it came from a scanner</source>
        <translation>Erzeugt eine Studie eines digitalen Rumpfs und öffnet sie, als käme sie von einem Scanner</translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation>Letzte Fälle</translation>
    </message>
    <message>
        <source>This build has no demo patient.</source>
        <translation>Diese Programmfassung hat keinen Demopatienten.</translation>
    </message>
    <message>
        <source>Open recent case %1</source>
        <translation>Letzten Fall %1 öffnen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Task: %1</source>
        <translation>Aufgabe: %1</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>How the views are placed</source>
        <translation>Wie die Ansichten angeordnet sind</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>Gerade richten</translation>
    </message>
    <message>
        <source>The planes are oblique: make them axial, sagittal and coronal again</source>
        <translation>Die Ebenen sind schräg: wieder axial, sagittal und koronal ausrichten</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fensterung</translation>
    </message>
    <message>
        <source>Brightness and contrast of the slices; drag with the right button to fine-tune</source>
        <translation>Helligkeit und Kontrast der Schichten; zum Feineinstellen mit der rechten Taste ziehen</translation>
    </message>
    <message>
        <source>No image is shown.</source>
        <translation>Es wird kein Bild gezeigt.</translation>
    </message>
    <message>
        <source>%1	C %2  W %3</source>
        <translation>%1	C %2  W %3</translation>
    </message>
    <message>
        <source>As stored with the image</source>
        <translation>Wie mit dem Bild gespeichert</translation>
    </message>
    <message>
        <source>Automatic, 1 to 99 % of the voxels</source>
        <translation>Automatisch, 1 bis 99 % der Voxel</translation>
    </message>
    <message>
        <source>Slab</source>
        <translation>Schichtdicke</translation>
    </message>
    <message>
        <source>Thick slices: mean, maximum or minimum</source>
        <translation>Dicke Schichten: Mittelwert, Maximum oder Minimum</translation>
    </message>
    <message>
        <source>What the slab shows</source>
        <translation>Was die dicke Schicht zeigt</translation>
    </message>
    <message>
        <source>Single slice</source>
        <translation>Einzelne Schicht</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Maximum (MIP)</source>
        <translation>Maximum (MIP)</translation>
    </message>
    <message>
        <source>Minimum (MinIP)</source>
        <translation>Minimum (MinIP)</translation>
    </message>
    <message>
        <source>Slab thickness</source>
        <translation>Dicke der Schicht</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Zeigt</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>Dicke</translation>
    </message>
    <message>
        <source>A single slice has no thickness to choose.</source>
        <translation>Eine einzelne Schicht hat keine wählbare Dicke.</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Fusion</translation>
    </message>
    <message>
        <source>Lay a second image over the first</source>
        <translation>Ein zweites Bild über das erste legen</translation>
    </message>
    <message>
        <source>Second image</source>
        <translation>Zweites Bild</translation>
    </message>
    <message>
        <source>How the images are laid over each other</source>
        <translation>Wie die Bilder übereinandergelegt werden</translation>
    </message>
    <message>
        <source>Blend, coloured</source>
        <translation>Überblenden, farbig</translation>
    </message>
    <message>
        <source>Blend, grey</source>
        <translation>Überblenden, grau</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>Schachbrett</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Vorhang</translation>
    </message>
    <message>
        <source>Share of the second image, percent</source>
        <translation>Anteil des zweiten Bildes, Prozent</translation>
    </message>
    <message>
        <source>Laid over as</source>
        <translation>Darübergelegt als</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>%1 (another frame of reference: register it first)</source>
        <translation>%1 (anderes Bezugssystem: zuerst registrieren)</translation>
    </message>
    <message>
        <source>The case has no second image. Open one to lay it over the first.</source>
        <translation>Der Fall hat kein zweites Bild. Öffnen Sie eines, um es über das erste zu legen.</translation>
    </message>
    <message>
        <source>Choose a second image first.</source>
        <translation>Wählen Sie zuerst ein zweites Bild.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Surfaces follow the edit</source>
        <translation>Oberflächen folgen der Bearbeitung</translation>
    </message>
    <message>
        <source>Autosave</source>
        <translation>Automatisches Speichern</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Fall öffnen</translation>
    </message>
    <message>
        <source>Make the demo patient</source>
        <translation>Demopatient erzeugen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Recover after a crash</source>
        <translation>Wiederherstellung nach einem Absturz</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>3-D</source>
        <translation>3-D</translation>
    </message>
    <message>
        <source>No surfaces yet.
Segment an organ to see it here.</source>
        <translation>Noch keine Oberflächen.
Segmentieren Sie ein Organ, um es hier zu sehen.</translation>
    </message>
    <message>
        <source> (approximate)</source>
        <translation> (ungefähr)</translation>
    </message>
    <message>
        <source>  outside limits</source>
        <translation>  außerhalb der Grenzwerte</translation>
    </message>
    <message>
        <source>MIP, slab %1 mm</source>
        <translation>MIP, Schicht von %1 mm</translation>
    </message>
    <message>
        <source>MinIP, slab %1 mm</source>
        <translation>MinIP, Schicht von %1 mm</translation>
    </message>
    <message>
        <source>Mean of a slab of %1 mm</source>
        <translation>Mittelwert einer Schicht von %1 mm</translation>
    </message>
    <message>
        <source>No image.
Open a study to see it here.</source>
        <translation>Kein Bild.
Öffnen Sie eine Studie, um es hier zu sehen.</translation>
    </message>
    <message>
        <source>%1, turned</source>
        <translation>%1, gedreht</translation>
    </message>
    <message>
        <source>%1, oblique</source>
        <translation>%1, schräg</translation>
    </message>
    <message>
        <source>tilted %1°</source>
        <translation>um %1° gekippt</translation>
    </message>
    <message>
        <source>C %1  W %2</source>
        <translation>C %1  W %2</translation>
    </message>
    <message>
        <source>%1 slices</source>
        <translation>Schichten: %1</translation>
    </message>
    <message>
        <source>Left drag moves the crosshair, the wheel or the arrow keys scroll, right drag changes brightness and contrast, ctrl and wheel zoom, a double click enlarges. Shift and an arrow key move the crosshair within the slice; with a tool in hand the space bar uses it there, Enter ends and Escape forgets what was begun.</source>
        <translation>Ziehen mit links bewegt das Fadenkreuz, Rad oder Pfeiltasten blättern, Ziehen mit rechts ändert Helligkeit und Kontrast, Strg und Rad zoomen, ein Doppelklick vergrößert. Umschalt und eine Pfeiltaste bewegen das Fadenkreuz in der Schicht; mit einem Werkzeug in der Hand wendet die Leertaste es dort an, Eingabe beendet und Escape vergisst das Begonnene.</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>No 3-D view: this display has no OpenGL.</source>
        <translation>Keine 3-D-Ansicht: Diese Anzeige hat kein OpenGL.</translation>
    </message>
    <message>
        <source>3-D view</source>
        <translation>3-D-Ansicht</translation>
    </message>
    <message>
        <source>Liver puncture</source>
        <translation>Leberpunktion</translation>
    </message>
    <message>
        <source>Confirm selected</source>
        <translation>Auswahl bestätigen</translation>
    </message>
    <message>
        <source>Structures that the plan relies on</source>
        <translation>Strukturen, auf die sich der Plan stützt</translation>
    </message>
    <message>
        <source>Records that you have looked at them</source>
        <translation>Hält fest, dass Sie sie angesehen haben</translation>
    </message>
    <message>
        <source>Select structures in the list first.</source>
        <translation>Wählen Sie zuerst Strukturen in der Liste.</translation>
    </message>
    <message>
        <source>Prepare dragging</source>
        <translation>Ziehen vorbereiten</translation>
    </message>
    <message>
        <source>Keep it, plan another beside it</source>
        <translation>Behalten, einen zweiten Plan daneben</translation>
    </message>
    <message>
        <source>The next computation makes a second plan; compare them under Plans.</source>
        <translation>Die nächste Berechnung erzeugt einen zweiten Plan; vergleichen Sie beide unter Pläne.</translation>
    </message>
    <message>
        <source>Drag target or entry in a slice: the numbers follow, marked ≈; on release they are exact.</source>
        <translation>Ziehen Sie Ziel oder Eintritt in einer Schicht: Die Zahlen folgen, mit ≈ gekennzeichnet; beim Loslassen sind sie exakt.</translation>
    </message>
    <message>
        <source>The path and its numbers appear here once they are computed.</source>
        <translation>Der Weg und seine Zahlen erscheinen hier, sobald sie berechnet sind.</translation>
    </message>
    <message>
        <source>no path yet</source>
        <translation>noch kein Weg</translation>
    </message>
    <message>
        <source>within limits</source>
        <translation>innerhalb der Grenzwerte</translation>
    </message>
    <message>
        <source>outside limits</source>
        <translation>außerhalb der Grenzwerte</translation>
    </message>
    <message>
        <source>≈ within limits</source>
        <translation>≈ innerhalb der Grenzwerte</translation>
    </message>
    <message>
        <source>numbers on release</source>
        <translation>Zahlen beim Loslassen</translation>
    </message>
    <message>
        <source>Steps of a liver puncture</source>
        <translation>Schritte einer Leberpunktion</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>Bericht exportieren…</translation>
    </message>
    <message>
        <source>Study fit?</source>
        <translation>Studie geeignet?</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Compute entry map and best path</source>
        <translation>Eintrittskarte und besten Weg berechnen</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>%1 of %2 confirmed</source>
        <translation>%1 von %2 bestätigt</translation>
    </message>
    <message>
        <source>no study</source>
        <translation>keine Studie</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>geeignet</translation>
    </message>
    <message>
        <source>fit, see notes</source>
        <translation>geeignet, siehe Hinweise</translation>
    </message>
    <message>
        <source>There is no structure yet: build the twin first.</source>
        <translation>Es gibt noch keine Struktur: Bauen Sie zuerst den Zwilling.</translation>
    </message>
    <message>
        <source>A field of the form is not right: see the sign beside it.</source>
        <translation>Ein Feld des Formulars stimmt nicht: siehe das Zeichen daneben.</translation>
    </message>
    <message>
        <source>It is being computed: see its progress below.</source>
        <translation>Es wird berechnet: siehe den Fortschritt unten.</translation>
    </message>
    <message>
        <source>Colours the skin by how good an entry is, and shows the best path.</source>
        <translation>Färbt die Haut danach, wie gut ein Eintritt ist, und zeigt den besten Weg.</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>to choose</source>
        <translation>zu wählen</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>nicht berechnet</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>berechnet</translation>
    </message>
    <message>
        <source>after the plan</source>
        <translation>nach dem Plan</translation>
    </message>
    <message>
        <source>HTML, PDF and JSON with pictures, limits and where every number came from</source>
        <translation>HTML, PDF und JSON mit Bildern, Grenzwerten und der Herkunft jeder Zahl</translation>
    </message>
    <message>
        <source>Compute a plan first.</source>
        <translation>Berechnen Sie zuerst einen Plan.</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Sprache (Language)</translation>
    </message>
    <message>
        <source>&amp;As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source>Along the needle, upright</source>
        <translation>Entlang der Nadel, aufrecht</translation>
    </message>
    <message>
        <source>Along the needle, across</source>
        <translation>Entlang der Nadel, quer</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Koronal</translation>
    </message>
    <message>
        <source>; ± covers %1</source>
        <translation>; ± umfasst: %1</translation>
    </message>
    <message>
        <source>, every %1 voxels averaged</source>
        <translation>, je %1 Voxel gemittelt</translation>
    </message>
    <message>
        <source>, cropped</source>
        <translation>, zugeschnitten</translation>
    </message>
    <message>
        <source>Not for clinical use</source>
        <translation>Nicht für den klinischen Einsatz</translation>
    </message>
    <message>
        <source>Add st&amp;udy to this case…</source>
        <translation>Studie zu diesem Fall hinzufügen…</translation>
    </message>
    <message>
        <source>Add study from &amp;zip or image to this case…</source>
        <translation>Studie aus Zip oder Bild zu diesem Fall hinzufügen…</translation>
    </message>
    <message>
        <source>Save p&amp;icture of the views…</source>
        <translation>Bild der Ansichten speichern…</translation>
    </message>
    <message>
        <source>Save fil&amp;m…</source>
        <translation>Film speichern…</translation>
    </message>
    <message>
        <source>A further study of the same patient joins the open case</source>
        <translation>Eine weitere Studie desselben Patienten kommt zum geöffneten Fall hinzu</translation>
    </message>
    <message>
        <source>The case is empty: open a first study.</source>
        <translation>Der Fall ist leer: Öffnen Sie eine erste Studie.</translation>
    </message>
    <message>
        <source>PNG; the patient is named only if you tick it</source>
        <translation>PNG; der Patient wird nur genannt, wenn Sie es ankreuzen</translation>
    </message>
    <message>
        <source>A turn of the 3-D view, or a run through slices</source>
        <translation>Eine Drehung der 3-D-Ansicht oder ein Durchlauf durch die Schichten</translation>
    </message>
    <message>
        <source>What the film shows</source>
        <translation>Was der Film zeigt</translation>
    </message>
    <message>
        <source>Duration in seconds</source>
        <translation>Dauer in Sekunden</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Size in pixels</source>
        <translation>Größe in Pixeln</translation>
    </message>
    <message>
        <source>Names of the structures</source>
        <translation>Namen der Strukturen</translation>
    </message>
    <message>
        <source>Name the patient in the film</source>
        <translation>Den Patienten im Film nennen</translation>
    </message>
    <message>
        <source>File of the film</source>
        <translation>Datei des Films</translation>
    </message>
    <message>
        <source>Film, Ogg Theora (*.ogv)</source>
        <translation>Film, Ogg Theora (*.ogv)</translation>
    </message>
    <message>
        <source>Numbered pictures, lossless (*.png)</source>
        <translation>Nummerierte Bilder, verlustfrei (*.png)</translation>
    </message>
    <message>
        <source>Make film</source>
        <translation>Film erzeugen</translation>
    </message>
    <message>
        <source>Cancel film</source>
        <translation>Film abbrechen</translation>
    </message>
    <message>
        <source>Progress of the film</source>
        <translation>Fortschritt des Films</translation>
    </message>
    <message>
        <source>Save film</source>
        <translation>Film speichern</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Cancelled: nothing was written.</source>
        <translation>Abgebrochen: Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>3-D, once around the long axis</source>
        <translation>3-D, einmal um die Längsachse</translation>
    </message>
    <message>
        <source>Axial slices, from the feet up</source>
        <translation>Axiale Schichten, von den Füßen aufwärts</translation>
    </message>
    <message>
        <source>Sagittal slices, from right to left</source>
        <translation>Sagittale Schichten, von rechts nach links</translation>
    </message>
    <message>
        <source>Coronal slices, from front to back</source>
        <translation>Koronale Schichten, von vorn nach hinten</translation>
    </message>
    <message>
        <source>4-D series, in the axial plane</source>
        <translation>4-D-Serie, in der axialen Ebene</translation>
    </message>
    <message>
        <source>4-D series, in the sagittal plane</source>
        <translation>4-D-Serie, in der sagittalen Ebene</translation>
    </message>
    <message>
        <source>4-D series, in the coronal plane</source>
        <translation>4-D-Serie, in der koronalen Ebene</translation>
    </message>
    <message>
        <source>The film is being made: cancel it first.</source>
        <translation>Der Film wird gerade erzeugt: Brechen Sie ihn zuerst ab.</translation>
    </message>
    <message>
        <source>Name, id and birth date in every picture: for those who treat the patient</source>
        <translation>Name, Kennung und Geburtsdatum in jedem Bild: für die Behandelnden</translation>
    </message>
    <message>
        <source>The window stays free while the film is made</source>
        <translation>Das Fenster bleibt frei, während der Film erzeugt wird</translation>
    </message>
    <message>
        <source>Name a file first.</source>
        <translation>Nennen Sie zuerst eine Datei.</translation>
    </message>
    <message>
        <source>Stops and leaves no file</source>
        <translation>Hält an und hinterlässt keine Datei</translation>
    </message>
    <message>
        <source>No film is being made.</source>
        <translation>Es wird kein Film erzeugt.</translation>
    </message>
    <message>
        <source>A file of this name is there. Take another name, or press Choose to replace it.</source>
        <translation>Eine Datei dieses Namens ist schon da. Nehmen Sie einen anderen Namen, oder drücken Sie Wählen, um sie zu ersetzen.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>There is not enough memory. Choose a smaller size.</source>
        <translation>Der Arbeitsspeicher reicht nicht. Wählen Sie eine kleinere Größe.</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensitivität</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Name the patient in the picture</source>
        <translation>Den Patienten im Bild nennen</translation>
    </message>
    <message>
        <source>File of the picture</source>
        <translation>Datei des Bildes</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Save picture of the views</source>
        <translation>Bild der Ansichten speichern</translation>
    </message>
    <message>
        <source>Name, id and birth date below the views: for those who treat the patient</source>
        <translation>Name, Kennung und Geburtsdatum unter den Ansichten: für die Behandelnden</translation>
    </message>
    <message>
        <source>Writes the views as they are now</source>
        <translation>Schreibt die Ansichten so, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>The picture could not be written. Check that the folder is writable and the disk is not full.</source>
        <translation>Das Bild konnte nicht geschrieben werden. Prüfen Sie, ob der Ordner beschreibbar und der Datenträger nicht voll ist.</translation>
    </message>
    <message>
        <source>The file's name; its ending says the format</source>
        <translation>Name der Datei; die Endung bestimmt das Format</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
    <message>
        <source>Another folder or name</source>
        <translation>Ein anderer Ordner oder Name</translation>
    </message>
    <message>
        <source>3-D image</source>
        <translation>3-D-Bild</translation>
    </message>
    <message>
        <source>Draw the image itself in 3-D: bone, vessels, soft tissue; cut it open</source>
        <translation>Das Bild selbst in 3-D darstellen: Knochen, Gefäße, Weichteile; aufschneiden</translation>
    </message>
    <message>
        <source>Surfaces too</source>
        <translation>Auch Oberflächen</translation>
    </message>
    <message>
        <source>Crop box</source>
        <translation>Zuschneidebox</translation>
    </message>
    <message>
        <source>What the image shows in 3-D</source>
        <translation>Was das Bild in 3-D zeigt</translation>
    </message>
    <message>
        <source>Shift of the values</source>
        <translation>Verschiebung der Werte</translation>
    </message>
    <message>
        <source>Draw the surfaces too</source>
        <translation>Auch die Oberflächen darstellen</translation>
    </message>
    <message>
        <source>Cut the image to a box</source>
        <translation>Das Bild auf eine Box zuschneiden</translation>
    </message>
    <message>
        <source>Image in 3-D</source>
        <translation>Bild in 3-D</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>Rechts nach links</translation>
    </message>
    <message>
        <source>Front to back</source>
        <translation>Vorn nach hinten</translation>
    </message>
    <message>
        <source>Foot to head</source>
        <translation>Fuß nach Kopf</translation>
    </message>
    <message>
        <source>Crop box, %1, %2</source>
        <translation>Zuschneidebox, %1, %2</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Not drawn</source>
        <translation>Nicht dargestellt</translation>
    </message>
    <message>
        <source>Opacity and colour by the value. Choices by eye: they change the look only.</source>
        <translation>Deckkraft und Farbe nach dem Wert. Nach Augenmaß gewählt: Sie ändern nur das Aussehen.</translation>
    </message>
    <message>
        <source> of the range</source>
        <translation> des Wertebereichs</translation>
    </message>
    <message>
        <source>Choose what the image shows first.</source>
        <translation>Wählen Sie zuerst, was das Bild zeigt.</translation>
    </message>
    <message>
        <source>Tick the crop box first.</source>
        <translation>Kreuzen Sie zuerst die Zuschneidebox an.</translation>
    </message>
    <message>
        <source>Mark as reviewed</source>
        <translation>Als durchgesehen markieren</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Plan C</source>
        <translation>Plan C</translation>
    </message>
    <message>
        <source>Plan C, beside plan A</source>
        <translation>Plan C, neben Plan A</translation>
    </message>
    <message>
        <source>Copy the numbers as CSV</source>
        <translation>Die Zahlen als CSV kopieren</translation>
    </message>
    <message>
        <source>Show only the numbers that differ</source>
        <translation>Nur die Zahlen zeigen, die sich unterscheiden</translation>
    </message>
    <message>
        <source>The case has no further plan to compare with.</source>
        <translation>Der Fall hat keinen weiteren Plan zum Vergleichen.</translation>
    </message>
    <message>
        <source>Leaves out the numbers that are the same in all plans shown.</source>
        <translation>Lässt die Zahlen weg, die in allen gezeigten Plänen gleich sind.</translation>
    </message>
    <message>
        <source>Choose a plan B first.</source>
        <translation>Wählen Sie zuerst einen Plan B.</translation>
    </message>
    <message>
        <source>There is no plan yet.</source>
        <translation>Es gibt noch keinen Plan.</translation>
    </message>
    <message>
        <source>For a spreadsheet</source>
        <translation>Für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation>%1 von %2, %3</translation>
    </message>
    <message>
        <source>: CHANGED SINCE</source>
        <translation>: SEITDEM GEÄNDERT</translation>
    </message>
    <message>
        <source>Locked: a new computation becomes its next version.</source>
        <translation>Gesperrt: Eine neue Berechnung wird zur nächsten Version.</translation>
    </message>
    <message>
        <source>This program has no operation to sign plans.</source>
        <translation>Dieses Programm hat keine Operation, um Pläne zu unterzeichnen.</translation>
    </message>
    <message>
        <source>Records you and the time. Undo takes it back.</source>
        <translation>Hält Sie und die Zeit fest. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Records you and the time, and locks the plan.</source>
        <translation>Hält Sie und die Zeit fest und sperrt den Plan.</translation>
    </message>
    <message>
        <source>The plan becomes a draft again; both signatures go.</source>
        <translation>Der Plan wird wieder zum Entwurf; beide Unterschriften entfallen.</translation>
    </message>
    <message>
        <source>No number differs between these plans.</source>
        <translation>Diese Pläne unterscheiden sich in keiner Zahl.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What moves a number</source>
        <translation>Was eine Zahl bewegt</translation>
    </message>
    <message>
        <source>Plan, structure or measurement</source>
        <translation>Plan, Struktur oder Messung</translation>
    </message>
    <message>
        <source>Number to explain</source>
        <translation>Zu erklärende Zahl</translation>
    </message>
    <message>
        <source>How far to vary parameters, in percent of their value</source>
        <translation>Wie weit Parameter variiert werden, in Prozent ihres Werts</translation>
    </message>
    <message>
        <source>No parameter declares how uncertain it is: this share of its value is assumed, down and up. Set a range of its own in the list below where you know better.</source>
        <translation>Kein Parameter gibt an, wie unsicher er ist: Angenommen wird dieser Anteil seines Werts, nach unten und oben. Setzen Sie in der Liste darunter einen eigenen Bereich, wo Sie es besser wissen.</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Vary by ± %</source>
        <translation>Variieren um ± %</translation>
    </message>
    <message>
        <source>Run the chain behind the number with every parameter varied</source>
        <translation>Die Kette hinter der Zahl mit jedem variierten Parameter ausführen</translation>
    </message>
    <message>
        <source>Stop the runs</source>
        <translation>Die Läufe anhalten</translation>
    </message>
    <message>
        <source>The number at both ends of every parameter's range</source>
        <translation>Die Zahl an beiden Enden des Bereichs jedes Parameters</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>At low end</source>
        <translation>Am unteren Ende</translation>
    </message>
    <message>
        <source>At high end</source>
        <translation>Am oberen Ende</translation>
    </message>
    <message>
        <source>Copy what moves the number as a table (CSV)</source>
        <translation>Was die Zahl bewegt als Tabelle (CSV) kopieren</translation>
    </message>
    <message>
        <source>The case has no number yet: plan, or measure something.</source>
        <translation>Der Fall hat noch keine Zahl: Planen Sie, oder messen Sie etwas.</translation>
    </message>
    <message>
        <source>Choose a plan or something that was measured first.</source>
        <translation>Wählen Sie zuerst einen Plan oder etwas Gemessenes.</translation>
    </message>
    <message>
        <source>There is no number yet. Make a plan, or measure something (Measure); then choose its number here to see which parameter upstream moves it, and how far.</source>
        <translation>Es gibt noch keine Zahl. Erstellen Sie einen Plan, oder messen Sie etwas (Messen); wählen Sie dann hier dessen Zahl, um zu sehen, welcher vorgelagerte Parameter sie bewegt und wie weit.</translation>
    </message>
    <message>
        <source>None of its numbers was computed.</source>
        <translation>Keine seiner Zahlen wurde berechnet.</translation>
    </message>
    <message>
        <source>Nothing upstream of this number can be varied; the list says why.</source>
        <translation>Nichts, was dieser Zahl vorgelagert ist, lässt sich variieren; die Liste sagt, warum.</translation>
    </message>
    <message>
        <source>Tick at least one parameter.</source>
        <translation>Kreuzen Sie mindestens einen Parameter an.</translation>
    </message>
    <message>
        <source>It is running; stop it first.</source>
        <translation>Es läuft; halten Sie es zuerst an.</translation>
    </message>
    <message>
        <source>%1 runs beside your work; the case stays as it is.</source>
        <translation>%1 Läufe neben Ihrer Arbeit; der Fall bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Nothing is kept of what has run.</source>
        <translation>Von dem, was gelaufen ist, bleibt nichts erhalten.</translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation>Es läuft nichts.</translation>
    </message>
    <message>
        <source>Nothing has been run yet.</source>
        <translation>Es wurde noch nichts ausgeführt.</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Wartet…</translation>
    </message>
    <message>
        <source>What moves %1</source>
        <translation>Was %1 bewegt</translation>
    </message>
    <message>
        <source>%1 %: %2</source>
        <translation>%1 %: %2</translation>
    </message>
    <message>
        <source>Run makes the chain behind this number again with each ticked parameter at both ends of its range, one at a time.</source>
        <translation>Ausführen rechnet die Kette hinter dieser Zahl neu, mit jedem angekreuzten Parameter an beiden Enden seines Bereichs, einem nach dem anderen.</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>%1: %2 to %3, recorded as %4 (%5)</source>
        <translation>%1: %2 bis %3, festgehalten als %4 (%5)</translation>
    </message>
    <message>
        <source>↻ Stale: the number has been made again since. Run once more.</source>
        <translation>↻ Veraltet: Die Zahl wurde seitdem neu berechnet. Führen Sie es noch einmal aus.</translation>
    </message>
    <message>
        <source>One parameter at a time. Rows that move nothing are in the table only.</source>
        <translation>Ein Parameter nach dem anderen. Zeilen, die nichts bewegen, stehen nur in der Tabelle.</translation>
    </message>
    <message>
        <source>Low end of the range</source>
        <translation>Unteres Ende des Bereichs</translation>
    </message>
    <message>
        <source>High end of the range</source>
        <translation>Oberes Ende des Bereichs</translation>
    </message>
    <message>
        <source>Parameters to vary</source>
        <translation>Zu variierende Parameter</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>Variieren</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>%1, recorded as %2</source>
        <translation>%1, festgehalten als %2</translation>
    </message>
    <message>
        <source>Recorded: %1. Range: %2. A double click changes it; empty takes the assumed one again.</source>
        <translation>Festgehalten: %1. Bereich: %2. Ein Doppelklick ändert ihn; leer nimmt wieder den angenommenen.</translation>
    </message>
    <message>
        <source>%1: not varied, %2</source>
        <translation>%1: nicht variiert, %2</translation>
    </message>
    <message>
        <source>'%1' is not a number: write it with a decimal point.</source>
        <translation>'%1' ist keine Zahl: Schreiben Sie sie mit Dezimalpunkt.</translation>
    </message>
    <message>
        <source>The range would be empty: its low end must lie below its high end.</source>
        <translation>Der Bereich wäre leer: Sein unteres Ende muss unter dem oberen liegen.</translation>
    </message>
    <message>
        <source>Volume against time</source>
        <translation>Volumen über der Zeit</translation>
    </message>
    <message>
        <source>%1: %2%3 %4</source>
        <translation>%1: %2%3 %4</translation>
    </message>
    <message>
        <source> ± %1</source>
        <translation> ± %1</translation>
    </message>
    <message>
        <source>Choose a structure below.</source>
        <translation>Wählen Sie unten eine Struktur.</translation>
    </message>
    <message>
        <source>%1; studies in order, not to scale of time</source>
        <translation>%1; Studien der Reihe nach, zeitlich nicht maßstäblich</translation>
    </message>
    <message>
        <source>Carry over</source>
        <translation>Übertragen</translation>
    </message>
    <message>
        <source>Studies in order of time</source>
        <translation>Studien in zeitlicher Reihenfolge</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Changes of structures; the chosen ones are drawn</source>
        <translation>Änderungen der Strukturen; die gewählten werden gezeichnet</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Doubling time</source>
        <translation>Verdopplungszeit</translation>
    </message>
    <message>
        <source>Copy the changes as CSV</source>
        <translation>Die Änderungen als CSV kopieren</translation>
    </message>
    <message>
        <source>Carry over to the new study</source>
        <translation>Auf die neue Studie übertragen</translation>
    </message>
    <message>
        <source>Carry structures and points of plans over to the new study</source>
        <translation>Strukturen und Punkte von Plänen auf die neue Studie übertragen</translation>
    </message>
    <message>
        <source>The study states no date: it stands last, and no days are counted to it.</source>
        <translation>Die Studie nennt kein Datum: Sie steht am Ende, und es werden keine Tage bis zu ihr gezählt.</translation>
    </message>
    <message>
        <source>A second study of the patient joins by File &gt; Add study to this case. Then its structures can be carried over below, and what changed appears here.</source>
        <translation>Eine zweite Studie des Patienten kommt über Datei &gt; Studie zu diesem Fall hinzufügen dazu. Dann lassen sich unten die Strukturen übertragen, und hier erscheint, was sich geändert hat.</translation>
    </message>
    <message>
        <source>A study states no date: growth over time cannot be given for it.</source>
        <translation>Eine Studie nennt kein Datum: Für sie lässt sich kein Wachstum über die Zeit angeben.</translation>
    </message>
    <message>
        <source>Nothing says in which study %1 of the structures lie.</source>
        <translation>Bei %1 der Strukturen sagt nichts, in welcher Studie sie liegen.</translation>
    </message>
    <message>
        <source>Measure changes</source>
        <translation>Änderungen messen</translation>
    </message>
    <message>
        <source>%1, %2
%3, %4</source>
        <translation>%1, %2
%3, %4</translation>
    </message>
    <message>
        <source>Largest diameter %1, then %2</source>
        <translation>Größter Durchmesser %1, dann %2</translation>
    </message>
    <message>
        <source>No structure is known in two studies yet: carry them over first.</source>
        <translation>Noch ist keine Struktur in zwei Studien bekannt: Übertragen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>This program has no operation to carry structures over.</source>
        <translation>Dieses Programm hat keine Operation, um Strukturen zu übertragen.</translation>
    </message>
    <message>
        <source>The case has one study only: add the new one by File &gt; Add study to this case.</source>
        <translation>Der Fall hat nur eine Studie: Fügen Sie die neue über Datei &gt; Studie zu diesem Fall hinzufügen hinzu.</translation>
    </message>
    <message>
        <source>What moves the number</source>
        <translation>Was die Zahl bewegt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenzwert %1</translation>
    </message>
    <message>
        <source>%1: %2 at %3, %4 at %5</source>
        <translation>%1: %2 bei %3, %4 bei %5</translation>
    </message>
    <message>
        <source>Outlined: parameter at its low end. Filled: at its high end.</source>
        <translation>Umrandet: Parameter am unteren Ende. Gefüllt: am oberen Ende.</translation>
    </message>
    <message>
        <source>Dashed: limit, %1</source>
        <translation>Gestrichelt: Grenzwert, %1</translation>
    </message>
    <message>
        <source>Limit, %1: beyond this chart</source>
        <translation>Grenzwert, %1: außerhalb dieses Diagramms</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>und %n weitere</numerusform><numerusform>und %n weitere</numerusform></translation>
    </message>
    <message>
        <source>Image on the left</source>
        <translation>Bild links</translation>
    </message>
    <message>
        <source>Plan on the left</source>
        <translation>Plan links</translation>
    </message>
    <message>
        <source>What to compare with</source>
        <translation>Womit verglichen wird</translation>
    </message>
    <message>
        <source>No longer side by side</source>
        <translation>Nicht mehr nebeneinander</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Both sides move together</source>
        <translation>Beide Seiten bewegen sich gemeinsam</translation>
    </message>
    <message>
        <source>How places are found on the other side</source>
        <translation>Wie Orte auf der anderen Seite gefunden werden</translation>
    </message>
    <message>
        <source>Views to compare with</source>
        <translation>Ansichten zum Vergleich</translation>
    </message>
    <message>
        <source>Another case</source>
        <translation>Anderer Fall</translation>
    </message>
    <message>
        <source>Case: %1</source>
        <translation>Fall: %1</translation>
    </message>
    <message>
        <source>Another case…</source>
        <translation>Anderer Fall …</translation>
    </message>
    <message>
        <source>Choose a case</source>
        <translation>Fall wählen</translation>
    </message>
    <message>
        <source>Open a case to compare</source>
        <translation>Fall zum Vergleich öffnen</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>Plan: %1</translation>
    </message>
    <message>
        <source>No plan is shown on this side.</source>
        <translation>Auf dieser Seite wird kein Plan gezeigt.</translation>
    </message>
    <message>
        <source>Nothing to compare with: add a study to the case, or choose another case.</source>
        <translation>Nichts zum Vergleichen: Fügen Sie dem Fall eine Studie hinzu, oder wählen Sie einen anderen Fall.</translation>
    </message>
    <message>
        <source>Same frame of reference</source>
        <translation>Gleiches Bezugssystem</translation>
    </message>
    <message>
        <source>By registration: %1</source>
        <translation>Über Registrierung: %1</translation>
    </message>
    <message>
        <source>Linked by hand: not registered</source>
        <translation>Von Hand verbunden: nicht registriert</translation>
    </message>
    <message>
        <source>Not registered: point at the same place on both sides, then press Linked.</source>
        <translation>Nicht registriert: Zeigen Sie auf beiden Seiten auf denselben Ort und drücken Sie dann „Verbunden“.</translation>
    </message>
    <message>
        <source>Another patient. %1</source>
        <translation>Anderer Patient. %1</translation>
    </message>
    <message>
        <source>What is done on one side is done on the other</source>
        <translation>Was auf einer Seite geschieht, geschieht auch auf der anderen</translation>
    </message>
    <message>
        <source>No image</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Axial a&amp;bove, 3D below</source>
        <translation>Axial o&amp;ben, 3D unten</translation>
    </message>
    <message>
        <source>Side b&amp;y side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>Another time point, phase, plan or case beside this one; both move together</source>
        <translation>Ein anderer Zeitpunkt, eine andere Phase, ein anderer Plan oder Fall daneben; beide bewegen sich gemeinsam</translation>
    </message>
    <message>
        <source>Choose a case to compare with</source>
        <translation>Fall zum Vergleichen wählen</translation>
    </message>
    <message>
        <source>volume × %1</source>
        <translation>Volumen × %1</translation>
    </message>
    <message>
        <source>folded (%1)</source>
        <translation>gefaltet (%1)</translation>
    </message>
    <message>
        <source>local volume change (ratio)</source>
        <translation>lokale Volumenänderung (Verhältnis)</translation>
    </message>
    <message>
        <source>first − second</source>
        <translation>erstes − zweites</translation>
    </message>
    <message>
        <source>first − second (%1)</source>
        <translation>erstes − zweites (%1)</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>gefaltet</translation>
    </message>
    <message>
        <source>Through "%1", out of date</source>
        <translation>Durch „%1“, veraltet</translation>
    </message>
    <message>
        <source>Through "%1"</source>
        <translation>Durch „%1“</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>%1, through "%2"</source>
        <translation>%1, durch „%2“</translation>
    </message>
    <message>
        <source>Change of volume by "%1"</source>
        <translation>Volumenänderung durch „%1“</translation>
    </message>
    <message>
        <source>A change of volume is shown in one way.</source>
        <translation>Eine Volumenänderung wird nur auf eine Weise gezeigt.</translation>
    </message>
    <message>
        <source>A difference hides what lies below.</source>
        <translation>Eine Differenz verdeckt, was darunter liegt.</translation>
    </message>
    <message>
        <source>Remove pair</source>
        <translation>Paar entfernen</translation>
    </message>
    <message>
        <source>In the views</source>
        <translation>In den Ansichten</translation>
    </message>
    <message>
        <source>Registration to look at</source>
        <translation>Registrierung, die betrachtet wird</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Figures of the registration</source>
        <translation>Kennzahlen der Registrierung</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Landmarks in both images</source>
        <translation>Landmarken in beiden Bildern</translation>
    </message>
    <message>
        <source>Distances at landmarks, before and after the registration</source>
        <translation>Abstände an Landmarken, vor und nach der Registrierung</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Remove the chosen pair of landmarks</source>
        <translation>Das gewählte Paar von Landmarken entfernen</translation>
    </message>
    <message>
        <source>New, by landmarks</source>
        <translation>Neu, nach Landmarken</translation>
    </message>
    <message>
        <source>Set the same places in two images and register them by these, or register by the images themselves under Operations.</source>
        <translation>Setzen Sie dieselben Stellen in zwei Bildern und registrieren Sie sie danach, oder registrieren Sie nach den Bildern selbst unter Operationen.</translation>
    </message>
    <message>
        <source>%1, fitted</source>
        <translation>%1, angepasst</translation>
    </message>
    <message>
        <source>The registration was made from it: what is left there is no independent check. Click to see the place.</source>
        <translation>Die Registrierung wurde daraus berechnet: Was dort übrig bleibt, ist keine unabhängige Prüfung. Klicken Sie, um die Stelle zu sehen.</translation>
    </message>
    <message>
        <source>From where the registration carries it to where it was set in the moving image. Click to see the place.</source>
        <translation>Von dort, wohin die Registrierung sie trägt, bis dorthin, wo sie im bewegten Bild gesetzt wurde. Klicken Sie, um die Stelle zu sehen.</translation>
    </message>
    <message>
        <source>No place is set in both images yet.</source>
        <translation>Noch ist keine Stelle in beiden Bildern gesetzt.</translation>
    </message>
    <message>
        <source>This point is a number of the registration, not a landmark of the case.</source>
        <translation>Dieser Punkt ist eine Angabe der Registrierung, keine Landmarke des Falls.</translation>
    </message>
    <message>
        <source>Choose a pair in the table.</source>
        <translation>Wählen Sie ein Paar in der Tabelle.</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Mischen</translation>
    </message>
    <message>
        <source>The moving image in colours over the fixed one</source>
        <translation>Das bewegte Bild in Farben über dem festen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Schach</translation>
    </message>
    <message>
        <source>Both images in turns, as a checkerboard: edges must meet</source>
        <translation>Beide Bilder im Wechsel wie ein Schachbrett: Kanten müssen sich treffen</translation>
    </message>
    <message>
        <source>The fixed image on the left, the moving one on the right</source>
        <translation>Links das feste Bild, rechts das bewegte</translation>
    </message>
    <message>
        <source>Fixed minus moving, in colours: what is left should show no edges</source>
        <translation>Festes minus bewegtes Bild, in Farben: Was übrig bleibt, soll keine Kanten zeigen</translation>
    </message>
    <message>
        <source>Volume change</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>How the registration changes volumes from place to place; folded places are striped</source>
        <translation>Wie die Registrierung Volumen von Stelle zu Stelle ändert; gefaltete Stellen sind gestreift</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>The fixed image alone</source>
        <translation>Das feste Bild allein</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Zeigen: %1</translation>
    </message>
    <message>
        <source>There are no views to show it in.</source>
        <translation>Es gibt keine Ansichten, in denen man es zeigen könnte.</translation>
    </message>
    <message>
        <source>Choose a registration first.</source>
        <translation>Wählen Sie zuerst eine Registrierung.</translation>
    </message>
    <message>
        <source>The fixed image is no longer in the case.</source>
        <translation>Das feste Bild ist nicht mehr im Fall.</translation>
    </message>
    <message>
        <source>The moving image is no longer in the case.</source>
        <translation>Das bewegte Bild ist nicht mehr im Fall.</translation>
    </message>
    <message>
        <source>Red: the fixed image is brighter. Blue: the moving one is. The display window tells the range.</source>
        <translation>Rot: Das feste Bild ist heller. Blau: Das bewegte ist es. Den Bereich gibt das Anzeigefenster vor.</translation>
    </message>
    <message>
        <source>Red: the place is larger in the moving image. Blue: it is smaller. Stripes: folded.</source>
        <translation>Rot: Die Stelle ist im bewegten Bild größer. Blau: Sie ist kleiner. Streifen: gefaltet.</translation>
    </message>
    <message>
        <source>Its border is the share under Fusion, above the views.</source>
        <translation>Die Grenze ist der Anteil unter Fusion, über den Ansichten.</translation>
    </message>
    <message>
        <source>Change of volume</source>
        <translation>Volumenänderung</translation>
    </message>
    <message>
        <source>Mutual information of the two images' values, in nats, at places picked evenly at random: how much the one tells about the other. 0 is nothing; more is better.</source>
        <translation>Transinformation der Werte beider Bilder in Nat, an gleichmäßig zufällig gewählten Stellen: wie viel das eine über das andere sagt. 0 ist nichts; mehr ist besser.</translation>
    </message>
    <message>
        <source>How much of the fixed image the registration carries into the moving one.</source>
        <translation>Wie viel vom festen Bild die Registrierung in das bewegte trägt.</translation>
    </message>
    <message>
        <source>How far the middle of the fixed image is moved.</source>
        <translation>Wie weit die Mitte des festen Bildes verschoben wird.</translation>
    </message>
    <message>
        <source>The angle of the turn, about whatever axis.</source>
        <translation>Der Winkel der Drehung, um welche Achse auch immer.</translation>
    </message>
    <message>
        <source>Root mean square of the difference of the values, or of the patterns about each place, where the images meet. Less is better; 0 is the same.</source>
        <translation>Quadratisches Mittel der Differenz der Werte, oder der Muster um jede Stelle, wo die Bilder sich treffen. Weniger ist besser; 0 ist gleich.</translation>
    </message>
    <message>
        <source>Pearson's correlation of the fixed image's values with those where it is carried to: 1 is a straight line, 0 is nothing in common.</source>
        <translation>Pearsons Korrelation der Werte des festen Bildes mit denen, wohin es getragen wird: 1 ist eine Gerade, 0 ist nichts gemeinsam.</translation>
    </message>
    <message>
        <source>Length of the way from a place of the fixed image to its like in the moving one, over the voxels of the field, or over the fixed image for a rigid or affine registration.</source>
        <translation>Länge des Weges von einer Stelle des festen Bildes zu derselben im bewegten, über die Voxel des Feldes, bei einer starren oder affinen Registrierung über das feste Bild.</translation>
    </message>
    <message>
        <source>Determinant of the Jacobian of the way: volume in the moving image for volume in the fixed one, by central differences at every voxel of the field. 1 is no change.</source>
        <translation>Determinante der Jacobi-Matrix des Weges: Volumen im bewegten Bild je Volumen im festen, durch zentrale Differenzen an jedem Voxel des Feldes. 1 ist keine Änderung.</translation>
    </message>
    <message>
        <source>Voxels of the field whose determinant is zero or less: space is turned inside out there, which no body is. Any is a fault.</source>
        <translation>Voxel des Feldes, deren Determinante null oder kleiner ist: Dort ist der Raum umgestülpt, was kein Körper ist. Jedes ist ein Fehler.</translation>
    </message>
    <message>
        <source>Root mean square of what is left at the landmarks that the registration was made from. It says how well they were set, not how right the registration is elsewhere.</source>
        <translation>Quadratisches Mittel dessen, was an den Landmarken übrig bleibt, aus denen die Registrierung berechnet wurde. Es sagt, wie gut sie gesetzt wurden, nicht, wie richtig die Registrierung anderswo ist.</translation>
    </message>
    <message>
        <source>What is left at a landmark that the registration was made from.</source>
        <translation>Was an einer Landmarke übrig bleibt, aus der die Registrierung berechnet wurde.</translation>
    </message>
    <message>
        <source>%1 onto %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Add pair</source>
        <translation>Paar setzen</translation>
    </message>
    <message>
        <source>Fixed image of the pairs</source>
        <translation>Festes Bild der Paare</translation>
    </message>
    <message>
        <source>Moving image of the pairs</source>
        <translation>Bewegtes Bild der Paare</translation>
    </message>
    <message>
        <source>Kind of registration by landmarks</source>
        <translation>Art der Registrierung nach Landmarken</translation>
    </message>
    <message>
        <source>Rigid shifts and turns and needs three pairs; affine stretches and shears too and needs four.</source>
        <translation>Starr verschiebt und dreht und braucht drei Paare; affin streckt und schert auch und braucht vier.</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Bewegt</translation>
    </message>
    <message>
        <source>Name of the next pair</source>
        <translation>Name des nächsten Paars</translation>
    </message>
    <message>
        <source>Add a pair: click the place in the fixed image, then in the moving one</source>
        <translation>Ein Paar setzen: die Stelle im festen Bild anklicken, dann im bewegten</translation>
    </message>
    <message>
        <source>Register the two images by their pairs of landmarks</source>
        <translation>Die beiden Bilder nach ihren Paaren von Landmarken registrieren</translation>
    </message>
    <message>
        <source>Those of the registration chosen above.</source>
        <translation>Die der oben gewählten Registrierung.</translation>
    </message>
    <message>
        <source>The case has no two images.</source>
        <translation>Der Fall hat keine zwei Bilder.</translation>
    </message>
    <message>
        <source>There are no views to click in.</source>
        <translation>Es gibt keine Ansichten, in die man klicken könnte.</translation>
    </message>
    <message>
        <source>Choose two images.</source>
        <translation>Wählen Sie zwei Bilder.</translation>
    </message>
    <message>
        <source>Click the place in the fixed image, then in the moving one. Space sets it at the crosshair, Escape gives up.</source>
        <translation>Klicken Sie die Stelle im festen Bild an, dann im bewegten. Leertaste setzt sie am Fadenkreuz, Escape bricht ab.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This program has no operation to register by landmarks.</source>
        <translation>Dieses Programm hat keine Operation, um nach Landmarken zu registrieren.</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>Stelle %1</translation>
    </message>
    <message>
        <source>Click the place in the fixed image.</source>
        <translation>Klicken Sie die Stelle im festen Bild an.</translation>
    </message>
    <message>
        <source>Now click the same place in the moving image.</source>
        <translation>Klicken Sie jetzt dieselbe Stelle im bewegten Bild an.</translation>
    </message>
    <message>
        <source>Kind of the image</source>
        <translation>Art des Bildes</translation>
    </message>
    <message>
        <source>The cut follows the curve at right angles, without a twist.</source>
        <translation>Der Schnitt folgt der Kurve im rechten Winkel und ohne Verdrehung.</translation>
    </message>
    <message>
        <source>All lines across run from head to feet, as in the panoramic view of a jaw.</source>
        <translation>Alle Querlinien laufen vom Kopf zu den Füßen, wie in der Panoramaansicht eines Kiefers.</translation>
    </message>
    <message>
        <source>Width across the curve, in mm</source>
        <translation>Breite quer zur Kurve, in mm</translation>
    </message>
    <message>
        <source>Thickness of the slab, in mm</source>
        <translation>Dicke der Schicht, in mm</translation>
    </message>
    <message>
        <source>0 shows the cut alone.</source>
        <translation>0 zeigt den Schnitt allein.</translation>
    </message>
    <message>
        <source>What is shown of the slab</source>
        <translation>Was von der Schicht gezeigt wird</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Angle about the curve, in degrees</source>
        <translation>Winkel um die Kurve, in Grad</translation>
    </message>
    <message>
        <source>The wheel over the image, or a drag in it, turns too.</source>
        <translation>Auch das Mausrad über dem Bild oder Ziehen darin dreht.</translation>
    </message>
    <message>
        <source>Width (mm)</source>
        <translation>Breite (mm)</translation>
    </message>
    <message>
        <source>Slab (mm)</source>
        <translation>Schicht (mm)</translation>
    </message>
    <message>
        <source>Angle (°)</source>
        <translation>Winkel (°)</translation>
    </message>
    <message>
        <source>Image along the curve</source>
        <translation>Bild entlang der Kurve</translation>
    </message>
    <message>
        <source>Draw a curve</source>
        <translation>Kurve zeichnen</translation>
    </message>
    <message>
        <source>Branch at crosshair</source>
        <translation>Ast am Fadenkreuz</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>Curved</source>
        <translation>Gekrümmt</translation>
    </message>
    <message>
        <source>Image along a curve</source>
        <translation>Bild entlang einer Kurve</translation>
    </message>
    <message>
        <source>Curve: a centreline or a measured path</source>
        <translation>Kurve: eine Mittellinie oder ein gemessener Weg</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Draw a curve in the slices</source>
        <translation>Eine Kurve in den Schichten zeichnen</translation>
    </message>
    <message>
        <source>Take the branch of the centreline nearest to the crosshair</source>
        <translation>Den Ast der Mittellinie nehmen, der dem Fadenkreuz am nächsten liegt</translation>
    </message>
    <message>
        <source>Save the image along the curve as a picture</source>
        <translation>Das Bild entlang der Kurve als Bilddatei speichern</translation>
    </message>
    <message>
        <source>Click along the curve in the slices, scrolling in between; Enter or a double click ends it, Escape forgets it.</source>
        <translation>Klicken Sie in den Schichten der Kurve entlang und blättern Sie dazwischen; Eingabe oder ein Doppelklick beendet sie, Escape verwirft sie.</translation>
    </message>
    <message>
        <source>Curve %1</source>
        <translation>Kurve %1</translation>
    </message>
    <message>
        <source>The case has no curve yet.</source>
        <translation>Der Fall hat noch keine Kurve.</translation>
    </message>
    <message>
        <source>Open a study first: there is no image to cut.</source>
        <translation>Öffnen Sie zuerst eine Studie: Es gibt kein Bild zu schneiden.</translation>
    </message>
    <message>
        <source>There is no curve yet. Draw one in the slices, or make the centreline of a vessel or airway (Operations, Make centrelines).</source>
        <translation>Es gibt noch keine Kurve. Zeichnen Sie eine in den Schichten, oder erstellen Sie die Mittellinie eines Gefäßes oder Atemwegs (Operationen, Mittellinien erzeugen).</translation>
    </message>
    <message>
        <source>No image along a curve.</source>
        <translation>Kein Bild entlang einer Kurve.</translation>
    </message>
    <message>
        <source>Nothing of the image shown lies along this curve: choose the image it was made on.</source>
        <translation>Vom gezeigten Bild liegt nichts entlang dieser Kurve: Wählen Sie das Bild, auf dem sie entstanden ist.</translation>
    </message>
    <message>
        <source>%1 of %2 along the curve</source>
        <translation>%1 von %2 entlang der Kurve</translation>
    </message>
    <message>
        <source>the crosshair lies %1 off the cut</source>
        <translation>das Fadenkreuz liegt %1 neben dem Schnitt</translation>
    </message>
    <message>
        <source>↻ Stale: what the curve was made from has changed since.</source>
        <translation>↻ Veraltet: Woraus die Kurve entstanden ist, hat sich seither geändert.</translation>
    </message>
    <message>
        <source>One step; undo takes it back. Measure lists its length along straight pieces.</source>
        <translation>Ein Schritt; Rückgängig nimmt ihn zurück. Messen führt die Länge entlang gerader Stücke auf.</translation>
    </message>
    <message>
        <source>Open a study first: there is no image to draw on.</source>
        <translation>Öffnen Sie zuerst eine Studie: Es gibt kein Bild, auf dem gezeichnet werden kann.</translation>
    </message>
    <message>
        <source>Without it the longest way through the centreline is taken.</source>
        <translation>Sonst wird der längste Weg durch die Mittellinie genommen.</translation>
    </message>
    <message>
        <source>Only a centreline with branches has others to choose.</source>
        <translation>Nur eine Mittellinie mit Ästen hat andere zur Wahl.</translation>
    </message>
    <message>
        <source>PNG; names no patient</source>
        <translation>PNG; nennt keinen Patienten</translation>
    </message>
    <message>
        <source>The fine image is being made.</source>
        <translation>Das feine Bild entsteht gerade.</translation>
    </message>
    <message>
        <source>The fine image was stopped: change the cut to make it again.</source>
        <translation>Das feine Bild wurde angehalten: Ändern Sie den Schnitt, um es neu zu erstellen.</translation>
    </message>
    <message>
        <source>There is no image along a curve.</source>
        <translation>Es gibt kein Bild entlang einer Kurve.</translation>
    </message>
    <message>
        <source>Stale: the curve was made from what has changed since</source>
        <translation>Veraltet: Woraus die Kurve entstand, hat sich geändert</translation>
    </message>
    <message>
        <source>Panoramic</source>
        <translation>Panorama</translation>
    </message>
    <message>
        <source>Straightened</source>
        <translation>Begradigt</translation>
    </message>
    <message>
        <source>%1° about the curve</source>
        <translation>%1° um die Kurve</translation>
    </message>
    <message>
        <source>A click moves the crosshair there, left drag and the wheel turn about the curve, right drag changes brightness and contrast, ctrl and wheel zoom, middle drag pans, a double click shows the whole. Up and down move along the curve, left and right turn about it.</source>
        <translation>Ein Klick setzt das Fadenkreuz dorthin, Ziehen mit der linken Taste und das Mausrad drehen um die Kurve, Ziehen mit der rechten ändert Helligkeit und Kontrast, Strg und Mausrad zoomen, Ziehen mit der mittleren verschiebt, ein Doppelklick zeigt das Ganze. Auf und ab bewegen entlang der Kurve, links und rechts drehen um sie.</translation>
    </message>
    <message>
        <source>%1 cut, %2 taken away</source>
        <translation>Schnitt %1, %2 weggenommen</translation>
    </message>
    <message>
        <source>&amp;Forget a view</source>
        <translation>Ansicht vergessen</translation>
    </message>
    <message>
        <source>&amp;Keep this view…</source>
        <translation>Diese Ansicht merken …</translation>
    </message>
    <message>
        <source>&amp;Kept views</source>
        <translation>Gemerkte Ansichten</translation>
    </message>
    <message>
        <source>&amp;Orthographic 3-D</source>
        <translation>3-D orthografisch</translation>
    </message>
    <message>
        <source>3-D fro&amp;m</source>
        <translation>3-D von</translation>
    </message>
    <message>
        <source>3-D from above</source>
        <translation>3-D von oben</translation>
    </message>
    <message>
        <source>3-D from behind</source>
        <translation>3-D von hinten</translation>
    </message>
    <message>
        <source>3-D from below</source>
        <translation>3-D von unten</translation>
    </message>
    <message>
        <source>3-D from the front</source>
        <translation>3-D von vorn</translation>
    </message>
    <message>
        <source>3-D from the left</source>
        <translation>3-D von links</translation>
    </message>
    <message>
        <source>3-D from the right</source>
        <translation>3-D von rechts</translation>
    </message>
    <message>
        <source>3-D, orthographic</source>
        <translation>3-D, orthografisch</translation>
    </message>
    <message>
        <source>A line where a surface turns away: faint structures keep their shape</source>
        <translation>Eine Linie, wo sich eine Oberfläche abwendet: Blasse Strukturen behalten ihre Form</translation>
    </message>
    <message>
        <source>Axial cut</source>
        <translation>Axialer Schnitt</translation>
    </message>
    <message>
        <source>Choose another folder or disk; the case stays open either way.</source>
        <translation>Wählen Sie einen anderen Ordner oder Datenträger; der Fall bleibt in jedem Fall offen.</translation>
    </message>
    <message>
        <source>Co&amp;ntours of structures in 3-D</source>
        <translation>Konturen der Strukturen in 3-D zeigen</translation>
    </message>
    <message>
        <source>Contours</source>
        <translation>Konturen</translation>
    </message>
    <message>
        <source>Contours of the structures in 3-D</source>
        <translation>Konturen der Strukturen in 3-D</translation>
    </message>
    <message>
        <source>Coronal cut</source>
        <translation>Koronaler Schnitt</translation>
    </message>
    <message>
        <source>Cut at a plane first.</source>
        <translation>Schneiden Sie zuerst an einer Ebene.</translation>
    </message>
    <message>
        <source>Cut of the 3-D view at the axial plane</source>
        <translation>Schnitt der 3-D-Ansicht an der axialen Ebene</translation>
    </message>
    <message>
        <source>Cut of the 3-D view at the coronal plane</source>
        <translation>Schnitt der 3-D-Ansicht an der koronalen Ebene</translation>
    </message>
    <message>
        <source>Cut of the 3-D view at the sagittal plane</source>
        <translation>Schnitt der 3-D-Ansicht an der sagittalen Ebene</translation>
    </message>
    <message>
        <source>Cut the skin too</source>
        <translation>Auch die Haut schneiden</translation>
    </message>
    <message>
        <source>Draw the slice on the cut</source>
        <translation>Die Schicht auf dem Schnitt zeichnen</translation>
    </message>
    <message>
        <source>In the brightness and contrast of the slices</source>
        <translation>In Helligkeit und Kontrast der Schichten</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>Diese Ansicht merken</translation>
    </message>
    <message>
        <source>Layout, place, window and look, under a name, with the case</source>
        <translation>Anordnung, Ort, Fensterung und Darstellung, unter einem Namen, beim Fall</translation>
    </message>
    <message>
        <source>Name of the view; one of the same name is replaced:</source>
        <translation>Name der Ansicht; eine gleichen Namens wird ersetzt:</translation>
    </message>
    <message>
        <source>No 3-D view: it needs OpenGL %1.%2, and this display has %3.%4.
Install a newer graphics driver, or start Pollux with LIBGL_ALWAYS_SOFTWARE=1. The slices and all computations work without it.</source>
        <translation>Keine 3-D-Ansicht: Sie braucht OpenGL %1.%2, und dieser Bildschirm hat %3.%4.
Installieren Sie einen neueren Grafiktreiber, oder starten Sie Pollux mit LIBGL_ALWAYS_SOFTWARE=1. Schichten und alle Berechnungen gehen auch ohne.</translation>
    </message>
    <message>
        <source>No 3-D view: this display has no OpenGL.
Install a graphics driver, or start Pollux with LIBGL_ALWAYS_SOFTWARE=1. The slices and all computations work without it.</source>
        <translation>Keine 3-D-Ansicht: Dieser Bildschirm hat kein OpenGL.
Installieren Sie einen Grafiktreiber, oder starten Sie Pollux mit LIBGL_ALWAYS_SOFTWARE=1. Schichten und alle Berechnungen gehen auch ohne.</translation>
    </message>
    <message>
        <source>No view is kept with this case.</source>
        <translation>Bei diesem Fall ist keine Ansicht gemerkt.</translation>
    </message>
    <message>
        <source>Not cut</source>
        <translation>Nicht geschnitten</translation>
    </message>
    <message>
        <source>Orthographic</source>
        <translation>Orthografisch</translation>
    </message>
    <message>
        <source>Orthographic 3-D view</source>
        <translation>Orthografische 3-D-Ansicht</translation>
    </message>
    <message>
        <source>Parallel rays: nothing looks smaller behind, and a scale bar holds for all of the picture</source>
        <translation>Parallele Strahlen: Hinten sieht nichts kleiner aus, und ein Maßstab gilt für das ganze Bild</translation>
    </message>
    <message>
        <source>Sagittal cut</source>
        <translation>Sagittaler Schnitt</translation>
    </message>
    <message>
        <source>Slice on the cut</source>
        <translation>Schicht auf dem Schnitt</translation>
    </message>
    <message>
        <source>The case is not saved. %1</source>
        <translation>Der Fall ist nicht gesichert. %1</translation>
    </message>
    <message>
        <source>The cut goes through the crosshair and follows it; oblique planes cut obliquely.</source>
        <translation>Der Schnitt geht durch das Fadenkreuz und folgt ihm; schräge Ebenen schneiden schräg.</translation>
    </message>
    <message>
        <source>The graphics card has not enough memory for this picture.
Turn off the image in 3-D, or close other programs; nothing of the case is lost.</source>
        <translation>Die Grafikkarte hat nicht genug Speicher für dieses Bild.
Schalten Sie das Bild in 3-D aus, oder schließen Sie andere Programme; vom Fall geht nichts verloren.</translation>
    </message>
    <message>
        <source>The graphics driver was reset, and the 3-D view is lost.
Save the case and start Pollux again; nothing of the case is lost.</source>
        <translation>Der Grafiktreiber wurde zurückgesetzt, und die 3-D-Ansicht ist verloren.
Sichern Sie den Fall und starten Sie Pollux neu; vom Fall geht nichts verloren.</translation>
    </message>
    <message>
        <source>Unticked, the skin stays whole around the cut</source>
        <translation>Ohne Häkchen bleibt die Haut um den Schnitt ganz</translation>
    </message>
    <message>
        <source>View %1</source>
        <translation>Ansicht %1</translation>
    </message>
    <message>
        <source>Without the back</source>
        <translation>Ohne den Rücken</translation>
    </message>
    <message>
        <source>Without the foot side</source>
        <translation>Ohne die Fußseite</translation>
    </message>
    <message>
        <source>Without the front</source>
        <translation>Ohne die Vorderseite</translation>
    </message>
    <message>
        <source>Without the head side</source>
        <translation>Ohne die Kopfseite</translation>
    </message>
    <message>
        <source>Without the left side</source>
        <translation>Ohne die linke Seite</translation>
    </message>
    <message>
        <source>Without the right side</source>
        <translation>Ohne die rechte Seite</translation>
    </message>
    <message>
        <source>%1 (hidden)</source>
        <translation>%1 (verborgen)</translation>
    </message>
    <message>
        <source>%1 d after the step before</source>
        <translation>%1 d nach dem Schritt davor</translation>
    </message>
    <message>
        <source>%1 h after the step before</source>
        <translation>%1 h nach dem Schritt davor</translation>
    </message>
    <message>
        <source>%1 min after the step before</source>
        <translation>%1 min nach dem Schritt davor</translation>
    </message>
    <message>
        <source>%1 s after the step before</source>
        <translation>%1 s nach dem Schritt davor</translation>
    </message>
    <message>
        <source>%1 plans are hidden: make your own, then reveal them and compare.</source>
        <translation>%1 Pläne sind verborgen: Machen Sie Ihren eigenen, decken Sie sie dann auf und vergleichen Sie.</translation>
    </message>
    <message>
        <source>&amp;Replay how the case came about</source>
        <translation>Entstehung des Falls abspielen</translation>
    </message>
    <message>
        <source>A job is running, which may change the case: wait for its end.</source>
        <translation>Es läuft eine Aufgabe, die den Fall ändern kann: Warten Sie, bis sie fertig ist.</translation>
    </message>
    <message>
        <source>Arrow left</source>
        <translation>Pfeil links</translation>
    </message>
    <message>
        <source>Arrow right</source>
        <translation>Pfeil rechts</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the case as it is</source>
        <translation>Zurück zum Fall, wie er ist</translation>
    </message>
    <message>
        <source>Before the first of %1 steps</source>
        <translation>Vor dem ersten von %1 Schritten</translation>
    </message>
    <message>
        <source>Before the first step</source>
        <translation>Vor dem ersten Schritt</translation>
    </message>
    <message>
        <source>Drag to the step to look at</source>
        <translation>Zum Schritt ziehen, der gezeigt werden soll</translation>
    </message>
    <message>
        <source>For teaching: plan A leaves lists, views, tables, report and exports until it is revealed, also in the saved case. It is no protection: the file still holds the plan.</source>
        <translation>Für den Unterricht: Plan A verschwindet aus Listen, Ansichten, Tabellen, Bericht und Exporten, bis er aufgedeckt wird, auch im gesicherten Fall. Das ist kein Schutz: Die Datei enthält den Plan weiterhin.</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Hide from learner</source>
        <translation>Vor Lernenden verbergen</translation>
    </message>
    <message>
        <source>Hide plan A from a learner</source>
        <translation>Plan A vor Lernenden verbergen</translation>
    </message>
    <message>
        <source>How fast the steps follow each other; a pause is never longer than 3 s at 1×.</source>
        <translation>Wie schnell die Schritte aufeinander folgen; bei 1× dauert eine Pause nie länger als 3 s.</translation>
    </message>
    <message>
        <source>Leave the replay</source>
        <translation>Wiedergabe verlassen</translation>
    </message>
    <message>
        <source>Leave the replay first.</source>
        <translation>Verlassen Sie zuerst die Wiedergabe.</translation>
    </message>
    <message>
        <source>No journal tells of this step, only where the objects came from: what was undone, removed or made again in between is not here.</source>
        <translation>Von diesem Schritt berichtet kein Journal, nur die Herkunft der Objekte: Was dazwischen rückgängig gemacht, entfernt oder neu gemacht wurde, fehlt hier.</translation>
    </message>
    <message>
        <source>No longer kept, so not shown: %1.</source>
        <translation>Nicht mehr vorhanden und deshalb nicht gezeigt: %1.</translation>
    </message>
    <message>
        <source>No plan of this case is hidden.</source>
        <translation>Kein Plan dieses Falls ist verborgen.</translation>
    </message>
    <message>
        <source>Nothing is known of how this case came about.</source>
        <translation>Wie dieser Fall entstanden ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>One plan is hidden: make your own, then reveal it and compare.</source>
        <translation>Ein Plan ist verborgen: Machen Sie Ihren eigenen, decken Sie ihn dann auf und vergleichen Sie.</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>Einen Schritt vor</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play or pause the replay</source>
        <translation>Wiedergabe abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Plays how this case came about, step by step. The case itself stays as it is.</source>
        <translation>Spielt ab, wie dieser Fall entstanden ist, Schritt für Schritt. Der Fall selbst bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Replay: the views show the case as it was.</source>
        <translation>Wiedergabe: Die Ansichten zeigen den Fall, wie er war.</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Aufdecken</translation>
    </message>
    <message>
        <source>Reveal the hidden plans</source>
        <translation>Die verborgenen Pläne aufdecken</translation>
    </message>
    <message>
        <source>Shown as it became later: %1.</source>
        <translation>So gezeigt, wie es später wurde: %1.</translation>
    </message>
    <message>
        <source>Shows the hidden plans again, beside yours.</source>
        <translation>Zeigt die verborgenen Pläne wieder, neben Ihrem.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation>Geschwindigkeit der Wiedergabe</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>Step that is shown</source>
        <translation>Gezeigter Schritt</translation>
    </message>
    <message>
        <source>Steps of the case</source>
        <translation>Schritte des Falls</translation>
    </message>
    <message>
        <source>The replay shows the case as it was: nothing can be changed meanwhile.</source>
        <translation>Die Wiedergabe zeigt den Fall, wie er war: Solange kann nichts geändert werden.</translation>
    </message>
    <message>
        <source>The views show a replay: leave it first.</source>
        <translation>Die Ansichten zeigen eine Wiedergabe: Verlassen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The views show the case as it is.</source>
        <translation>Die Ansichten zeigen den Fall, wie er ist.</translation>
    </message>
    <message>
        <source>The views show the case as it was; the lists beside them show it as it is. Nothing can be changed until you leave the replay.</source>
        <translation>Die Ansichten zeigen den Fall, wie er war; die Listen daneben zeigen ihn, wie er ist. Bis Sie die Wiedergabe verlassen, kann nichts geändert werden.</translation>
    </message>
    <message>
        <source>This is the beginning.</source>
        <translation>Das ist der Anfang.</translation>
    </message>
    <message>
        <source>This is the case as it is now.</source>
        <translation>Das ist der Fall, wie er jetzt ist.</translation>
    </message>
    <message>
        <source>This program has no operation to hide plans.</source>
        <translation>Dieses Programm hat keine Operation, um Pläne zu verbergen.</translation>
    </message>
    <message>
        <source>This state was not kept: it is put together from what the case still holds.</source>
        <translation>Dieser Zustand wurde nicht aufgehoben: Er ist aus dem zusammengesetzt, was der Fall noch enthält.</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>dazugekommen: %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>by somebody unnamed</source>
        <translation>von jemandem ohne Namen</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>geändert: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>entfernt: %1</translation>
    </message>
    <message>
        <source>Choose what to measure, then set its points in a slice or, but for areas and ellipses, on a surface in 3-D. Space sets a point at the crosshair, Escape forgets those set.</source>
        <translation>Wählen Sie, was gemessen wird, und setzen Sie dann die Punkte in einer Schicht oder, außer bei Flächen und Ellipsen, auf einer Oberfläche in 3-D. Die Leertaste setzt einen Punkt am Fadenkreuz, Escape vergisst die gesetzten.</translation>
    </message>
    <message>
        <source>Left drag turns, middle drag pans, the wheel zooms, a click moves the crosshair to a surface; the keys A, P, L, R, S and I look from that side. With a measuring tool in hand a click sets a point on a surface and the space bar one at the crosshair, Enter ends and Escape forgets what was begun.</source>
        <translation>Ziehen mit links dreht, mit der mittleren Taste verschiebt, das Rad zoomt, ein Klick setzt das Fadenkreuz auf eine Oberfläche; die Tasten A, P, L, R, S und I blicken von dieser Seite. Mit einem Messwerkzeug in der Hand setzt ein Klick einen Punkt auf eine Oberfläche und die Leertaste einen am Fadenkreuz, die Eingabetaste beendet und Escape vergisst das Begonnene.</translation>
    </message>
    <message>
        <source>An area or an ellipse lies in a plane, and a click in 3-D tells none: set its points in a slice.</source>
        <translation>Eine Fläche oder Ellipse liegt in einer Ebene, und ein Klick in 3-D gibt keine an: Setzen Sie die Punkte in einer Schicht.</translation>
    </message>
    <message>
        <source>There is nothing to set a point on: click a surface or a slice on a cut.</source>
        <translation>Hier ist nichts, worauf ein Punkt liegen kann: Klicken Sie auf eine Oberfläche oder auf eine Schicht an einem Schnitt.</translation>
    </message>
    <message>
        <source>Play the phases or times</source>
        <translation>Spielt die Phasen oder Zeiten ab</translation>
    </message>
    <message>
        <source>In a loop</source>
        <translation>In einer Schleife</translation>
    </message>
    <message>
        <source>Phase or time before</source>
        <translation>Vorherige Phase oder Zeit</translation>
    </message>
    <message>
        <source>Play or pause phases or times</source>
        <translation>Phasen oder Zeiten abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Next phase or time</source>
        <translation>Nächste Phase oder Zeit</translation>
    </message>
    <message>
        <source>Phase or time that is shown</source>
        <translation>Gezeigte Phase oder Zeit</translation>
    </message>
    <message>
        <source>Play in a loop</source>
        <translation>In einer Schleife abspielen</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> je Sekunde</translation>
    </message>
    <message>
        <source>&amp;Phases or times</source>
        <translation>Phasen oder Zeiten</translation>
    </message>
    <message>
        <source>Display window and crosshair stay; the case is not changed.</source>
        <translation>Fensterung und Fadenkreuz bleiben; der Fall wird nicht verändert.</translation>
    </message>
    <message>
        <source>Fewer are shown where drawing takes longer.</source>
        <translation>Es werden weniger gezeigt, wo das Zeichnen länger dauert.</translation>
    </message>
    <message>
        <source>Unticked, it stops at the last one.</source>
        <translation>Ohne Haken endet es beim letzten.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Surfaces coarser while it moves</source>
        <translation>Oberflächen gröber, solange es sich bewegt</translation>
    </message>
    <message>
        <source>Not shown: it lies in another study than the image in the views.</source>
        <translation>Nicht gezeigt: liegt in einer anderen Untersuchung als das Bild in den Ansichten.</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Cuts</source>
        <translation>Schnitte</translation>
    </message>
    <message>
        <source>3-D, through the times of the map</source>
        <translation>3-D, durch die Zeiten der Karte</translation>
    </message>
    <message>
        <source>%1: choose one.</source>
        <translation>%1: bitte wählen.</translation>
    </message>
    <message>
        <source>%1: choose at least one.</source>
        <translation>%1: bitte mindestens eines wählen.</translation>
    </message>
    <message>
        <source>A breath is played at its own pace.</source>
        <translation>Ein Atemzug wird in seinem eigenen Tempo abgespielt.</translation>
    </message>
    <message>
        <source>As on the images</source>
        <translation>Wie auf den Bildern</translation>
    </message>
    <message>
        <source>Body as on the images</source>
        <translation>Körper wie auf den Bildern</translation>
    </message>
    <message>
        <source>Breath: %1 of %2 s</source>
        <translation>Atemzug: %1 von %2 s</translation>
    </message>
    <message>
        <source>not as on the images</source>
        <translation>nicht wie auf den Bildern</translation>
    </message>
    <message>
        <source>Puts the body back to where it is on the images.</source>
        <translation>Bringt den Körper dahin zurück, wo er auf den Bildern ist.</translation>
    </message>
    <message>
        <source>The image shown is no phase of a 4-D series, and no map that changes with time is shown. Add the other phases of its series to this case, or choose a map, or a result that follows the breath.</source>
        <translation>Das gezeigte Bild ist keine Phase einer 4-D-Serie, und es wird keine Karte gezeigt, die sich mit der Zeit ändert. Fügen Sie diesem Fall die anderen Phasen seiner Serie hinzu oder wählen Sie eine Karte oder ein Ergebnis, das dem Atem folgt.</translation>
    </message>
    <message>
        <source>%1 (my own)</source>
        <translation>%1 (mein eigenes)</translation>
    </message>
    <message>
        <source>%1 (not in the table here)</source>
        <translation>%1 (nicht in der Tabelle hier)</translation>
    </message>
    <message>
        <source>%1 before the target</source>
        <translation>%1 vor dem Ziel</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 bis %3</translation>
    </message>
    <message>
        <source>%1 of %2 choices pass</source>
        <translation>%1 von %2 bleiben</translation>
    </message>
    <message>
        <source>%1 of %2 pass. Drag along an axis to keep a part of it; click a line to take it in hand. Better is up.</source>
        <translation>%1 von %2 bleiben. Entlang einer Achse ziehen behält einen Teil; ein Klick auf eine Linie nimmt sie in die Hand. Besser ist oben.</translation>
    </message>
    <message>
        <source>%1 plans</source>
        <translation>%1 Pläne</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>%1: THE CUT GOES THROUGH IT</source>
        <translation>%1: DER SCHNITT GEHT HINDURCH</translation>
    </message>
    <message>
        <source>%1: a number from %2 to %3.</source>
        <translation>%1: eine Zahl von %2 bis %3.</translation>
    </message>
    <message>
        <source>%1: from %2 to %3, better at the top. Drag along it to keep a part, click to let all pass.</source>
        <translation>%1: von %2 bis %3, oben besser. Daran entlang ziehen behält einen Teil, ein Klick lässt alle zu.</translation>
    </message>
    <message>
        <source>%1: parameters</source>
        <translation>%1: Parameter</translation>
    </message>
    <message>
        <source>%1: remains, %2 from the cut</source>
        <translation>%1: bleibt, %2 vom Schnitt</translation>
    </message>
    <message>
        <source>%1: removed, %2 from the cut</source>
        <translation>%1: entfernt, %2 vom Schnitt</translation>
    </message>
    <message>
        <source>(as entered below)</source>
        <translation>(wie unten eingegeben)</translation>
    </message>
    <message>
        <source>3-D from its hub</source>
        <translation>3-D vom Nadelansatz</translation>
    </message>
    <message>
        <source>Without a skin there is no map of entries.</source>
        <translation>Ohne Haut gibt es keine Karte der Eintritte.</translation>
    </message>
    <message>
        <source>A plan is a draft until somebody reviews and approves it.</source>
        <translation>Ein Plan ist ein Entwurf, bis ihn jemand prüft und freigibt.</translation>
    </message>
    <message>
        <source>All pass already.</source>
        <translation>Es bleiben schon alle.</translation>
    </message>
    <message>
        <source>Breathing</source>
        <translation>Atmung</translation>
    </message>
    <message>
        <source>Built in: copy it as your own to change it.</source>
        <translation>Eingebaut: zum Ändern als eigenes kopieren.</translation>
    </message>
    <message>
        <source>Built in: it stays.</source>
        <translation>Eingebaut: es bleibt.</translation>
    </message>
    <message>
        <source>Capsule</source>
        <translation>Kapsel</translation>
    </message>
    <message>
        <source>Charts from healthy animal liver do not predict patients: enter what your own device did, and where it was measured.</source>
        <translation>Kurven aus gesunder Tierleber sagen nichts über Patienten voraus: eingeben, was das eigene Gerät geleistet hat und wo es gemessen wurde.</translation>
    </message>
    <message>
        <source>Check the heated zone</source>
        <translation>Erhitzte Zone prüfen</translation>
    </message>
    <message>
        <source>Choices by their numbers</source>
        <translation>Auswahl nach Werten</translation>
    </message>
    <message>
        <source>Clearance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Click a line first.</source>
        <translation>Zuerst auf eine Linie klicken.</translation>
    </message>
    <message>
        <source>Compare plans…</source>
        <translation>Pläne vergleichen…</translation>
    </message>
    <message>
        <source>Copy as my own</source>
        <translation>Als eigenes kopieren</translation>
    </message>
    <message>
        <source>Cover the lesion with several zones</source>
        <translation>Läsion mit mehreren Zonen abdecken</translation>
    </message>
    <message>
        <source>Cut by a plane, by a surface through points, or along a branch of the portal vein.</source>
        <translation>Schnitt mit einer Ebene, einer Fläche durch Punkte oder entlang eines Pfortaderasts.</translation>
    </message>
    <message>
        <source>Depth along the needle, in tenths of a millimetre from the skin</source>
        <translation>Tiefe entlang der Nadel, in Zehntelmillimetern ab der Haut</translation>
    </message>
    <message>
        <source>Device, setting, where it was measured and the source must not be empty.</source>
        <translation>Gerät, Einstellung, Messung und Quelle dürfen nicht leer sein.</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Devices for ablation</source>
        <translation>Geräte zur Ablation</translation>
    </message>
    <message>
        <source>Enter its figures and where they are from, then keep the changes.</source>
        <translation>Werte und ihre Herkunft eingeben, dann die Änderungen behalten.</translation>
    </message>
    <message>
        <source>Entries by their numbers</source>
        <translation>Eintritte nach Werten</translation>
    </message>
    <message>
        <source>Entries that no other betters in everything: choose by what matters to you</source>
        <translation>Eintritte, die kein anderer in allem übertrifft: nach dem wählen, was einem wichtig ist</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Eintritt %1</translation>
    </message>
    <message>
        <source>Entry %1, zone %2 of the skin</source>
        <translation>Eintritt %1, Hautzone %2</translation>
    </message>
    <message>
        <source>Factor to a patient</source>
        <translation>Faktor für Patienten</translation>
    </message>
    <message>
        <source>Follow the plan over a breath</source>
        <translation>Plan über einen Atemzug verfolgen</translation>
    </message>
    <message>
        <source>Forgets what was marked on the axes</source>
        <translation>Vergisst, was auf den Achsen markiert ist</translation>
    </message>
    <message>
        <source>From the share that is removed and the pressures and flows that were measured.</source>
        <translation>Aus dem entfernten Anteil und den gemessenen Drücken und Flüssen.</translation>
    </message>
    <message>
        <source>Half of the zone across the needle</source>
        <translation>Halbe Zone quer zur Nadel</translation>
    </message>
    <message>
        <source>Half of the zone along the needle</source>
        <translation>Halbe Zone entlang der Nadel</translation>
    </message>
    <message>
        <source>Heated</source>
        <translation>Erhitzt</translation>
    </message>
    <message>
        <source>Heated zone</source>
        <translation>Erhitzte Zone</translation>
    </message>
    <message>
        <source>How far the target moves off the needle, and when. Needs a registration of another state of breathing (Registration).</source>
        <translation>Wie weit und wann sich das Ziel von der Nadel entfernt. Braucht die Registrierung eines anderen Atemzustands (Registrierung).</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <source>How sure the figures are</source>
        <translation>Wie sicher die Werte sind</translation>
    </message>
    <message>
        <source>In hand: %1. Its numbers are the map's; taken, it is measured exactly.</source>
        <translation>In der Hand: %1. Die Werte sind die der Karte; übernommen wird exakt gemessen.</translation>
    </message>
    <message>
        <source>Its centre behind the tip</source>
        <translation>Ihre Mitte hinter der Spitze</translation>
    </message>
    <message>
        <source>Keep changes</source>
        <translation>Änderungen behalten</translation>
    </message>
    <message>
        <source>Kept for all cases; plans that were made stay as they are.</source>
        <translation>Für alle Fälle behalten; fertige Pläne bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Behalten.</translation>
    </message>
    <message>
        <source>Least margin about the lesion, what of it is heated, and what else.</source>
        <translation>Kleinster Saum um die Läsion, was von ihr erhitzt wird und was sonst.</translation>
    </message>
    <message>
        <source>Let all pass</source>
        <translation>Alle zulassen</translation>
    </message>
    <message>
        <source>Look at the target from the needle's hub in 3-D</source>
        <translation>Das Ziel in 3-D vom Nadelansatz aus ansehen</translation>
    </message>
    <message>
        <source>Makes a device of your own that begins with these figures</source>
        <translation>Legt ein eigenes Gerät mit diesen Werten an</translation>
    </message>
    <message>
        <source>Measures the path from this entry, in place of the one in hand; undo takes it back.</source>
        <translation>Misst den Weg von diesem Eintritt anstelle des jetzigen; Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Move it to see what remains.</source>
        <translation>Bewegen, um zu sehen, was bleibt.</translation>
    </message>
    <message>
        <source>Move the cut</source>
        <translation>Schnitt verschieben</translation>
    </message>
    <message>
        <source>Opens the plan, where it is reviewed and approved</source>
        <translation>Öffnet den Plan, wo er geprüft und freigegeben wird</translation>
    </message>
    <message>
        <source>Opens the plans beside each other</source>
        <translation>Öffnet die Pläne nebeneinander</translation>
    </message>
    <message>
        <source>Other good entries (%1)</source>
        <translation>Andere gute Eintritte (%1)</translation>
    </message>
    <message>
        <source>Plans that were made with it stay as they are.</source>
        <translation>Pläne, die damit gemacht wurden, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Portal pressure afterwards</source>
        <translation>Pfortaderdruck danach</translation>
    </message>
    <message>
        <source>Prepare the cut</source>
        <translation>Schnitt vorbereiten</translation>
    </message>
    <message>
        <source>Read where their figures are from, or enter your own</source>
        <translation>Nachlesen, woher die Werte sind, oder eigene eingeben</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Entfernt.</translation>
    </message>
    <message>
        <source>Review or approve…</source>
        <translation>Prüfen oder freigeben…</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Shift of the cut along its normal, in tenths of a millimetre</source>
        <translation>Verschiebung des Schnitts entlang seiner Normalen, in Zehntelmillimetern</translation>
    </message>
    <message>
        <source>Sign and report</source>
        <translation>Freigabe und Bericht</translation>
    </message>
    <message>
        <source>Switch on the views along the needle first.</source>
        <translation>Zuerst die Ansichten entlang der Nadel einschalten.</translation>
    </message>
    <message>
        <source>Table of devices…</source>
        <translation>Gerätetabelle…</translation>
    </message>
    <message>
        <source>Take this entry</source>
        <translation>Diesen Eintritt nehmen</translation>
    </message>
    <message>
        <source>The 3-D view looks down the needle, with the feet below.</source>
        <translation>Die 3-D-Ansicht blickt die Nadel entlang, die Füße unten.</translation>
    </message>
    <message>
        <source>The axial view looks down the needle, the other two lie along it. Move the depth to follow it from the skin to the target.</source>
        <translation>Die axiale Ansicht blickt die Nadel entlang, die beiden anderen liegen längs. Mit der Tiefe folgt man ihr von der Haut zum Ziel.</translation>
    </message>
    <message>
        <source>The territory of a branch is not shifted: choose a plane or a surface.</source>
        <translation>Das Gebiet eines Asts wird nicht verschoben: eine Ebene oder Fläche wählen.</translation>
    </message>
    <message>
        <source>There are no preferences here.</source>
        <translation>Hier gibt es keine Einstellungen.</translation>
    </message>
    <message>
        <source>There is no device.</source>
        <translation>Es gibt kein Gerät.</translation>
    </message>
    <message>
        <source>There is no needle yet: compute a plan first.</source>
        <translation>Es gibt noch keine Nadel: zuerst einen Plan berechnen.</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>Neigung</translation>
    </message>
    <message>
        <source>Towards what is removed, or away from it; what remains follows at once</source>
        <translation>Zum Entfernten hin oder davon weg; was bleibt, folgt sofort</translation>
    </message>
    <message>
        <source>Views along the needle</source>
        <translation>Ansichten entlang der Nadel</translation>
    </message>
    <message>
        <source>What is known of the device</source>
        <translation>Was über das Gerät bekannt ist</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>Was bleibt</translation>
    </message>
    <message>
        <source>What remains after a resection</source>
        <translation>Was nach einer Resektion bleibt</translation>
    </message>
    <message>
        <source>What remains is being prepared…</source>
        <translation>Was bleibt, wird vorbereitet…</translation>
    </message>
    <message>
        <source>Where one zone is too small: the fewest on feasible paths, each a plan of its own.</source>
        <translation>Wo eine Zone zu klein ist: die wenigsten auf gangbaren Wegen, jede ein eigener Plan.</translation>
    </message>
    <message>
        <source>Where the crosshair stands on the needle</source>
        <translation>Wo das Fadenkreuz auf der Nadel steht</translation>
    </message>
    <message>
        <source>With a second plan the two stand side by side here.</source>
        <translation>Mit einem zweiten Plan stehen beide hier nebeneinander.</translation>
    </message>
    <message>
        <source>at the target</source>
        <translation>am Ziel</translation>
    </message>
    <message>
        <source>being computed</source>
        <translation>wird berechnet</translation>
    </message>
    <message>
        <source>in hand: %1</source>
        <translation>in der Hand: %1</translation>
    </message>
    <message>
        <source>one plan or none</source>
        <translation>ein Plan oder keiner</translation>
    </message>
    <message>
        <source>≈ shifted by %1: %2 remain (%3 of the liver without lesions), %4 are removed.</source>
        <translation>≈ um %1 verschoben: %2 bleiben (%3 der Leber ohne Läsionen), %4 werden entfernt.</translation>
    </message>
    <message>
        <source>%1 at %2 %3</source>
        <translation>%1 bei %2 %3</translation>
    </message>
    <message>
        <source>nothing to show</source>
        <translation>nichts zu zeigen</translation>
    </message>
    <message>
        <source>Portal pressure over the share of the liver that is removed</source>
        <translation>Portaldruck über dem Anteil der Leber, der entfernt wird</translation>
    </message>
    <message>
        <source>Drag to the share that is removed, or move it with the arrow keys</source>
        <translation>Ziehen Sie auf den Anteil, der entfernt wird, oder bewegen Sie ihn mit den Pfeiltasten</translation>
    </message>
    <message>
        <source>Liver removed</source>
        <translation>Leber entfernt</translation>
    </message>
    <message>
        <source>Portal pressure</source>
        <translation>Portaldruck</translation>
    </message>
    <message>
        <source>limits, %1 to %2</source>
        <translation>Grenzen, %1 bis %2</translation>
    </message>
    <message>
        <source>by the split of the gradient alone</source>
        <translation>allein durch die Teilung des Gradienten</translation>
    </message>
    <message>
        <source>95 of 100 draws of split and inputs</source>
        <translation>95 von 100 Ziehungen von Teilung und Eingaben</translation>
    </message>
    <message>
        <source>≈ %1 removed: portal pressure %2 (%3 to %4 in 95 of 100 draws), gradient %5.</source>
        <translation>≈ %1 entfernt: Portaldruck %2 (%3 bis %4 in 95 von 100 Ziehungen), Gradient %5.</translation>
    </message>
    <message>
        <source>ABOVE THE LIMITS.</source>
        <translation>ÜBER DEN GRENZEN.</translation>
    </message>
    <message>
        <source>Between the limits.</source>
        <translation>Zwischen den Grenzen.</translation>
    </message>
    <message>
        <source>Draw the cut by points</source>
        <translation>Schnitt durch Punkte zeichnen</translation>
    </message>
    <message>
        <source>There is no liver to cut.</source>
        <translation>Es gibt keine Leber zu schneiden.</translation>
    </message>
    <message>
        <source>Click places in the slices that the cut goes through; drag them, double click to take one away; Escape ends it.</source>
        <translation>Klicken Sie in den Schichten Orte an, durch die der Schnitt geht; ziehen Sie sie, ein Doppelklick nimmt einen weg; Escape beendet es.</translation>
    </message>
    <message>
        <source>Click at least three places in the slices that the cut goes through: %1 of 3.</source>
        <translation>Klicken Sie in den Schichten mindestens drei Orte an, durch die der Schnitt geht: %1 von 3.</translation>
    </message>
    <message>
        <source>The cut goes through %1 points. Drag them, click for more, double click to take one away.</source>
        <translation>Der Schnitt geht durch %1 Punkte. Ziehen Sie sie, klicken Sie für weitere, ein Doppelklick nimmt einen weg.</translation>
    </message>
    <message>
        <source>Predict the zone by heat</source>
        <translation>Zone durch Wärme vorhersagen</translation>
    </message>
    <message>
        <source>Bioheat equation with blood flow and vessels that cool; its parameters are under Operations</source>
        <translation>Biowärmegleichung mit Blutfluss und kühlenden Gefäßen; ihre Parameter stehen unter Operationen</translation>
    </message>
    <message>
        <source>What the heat model predicts beside the vendor's ellipsoid: unverified properties, not for a decision on a patient.</source>
        <translation>Was das Wärmemodell neben dem Ellipsoid des Herstellers vorhersagt: ungeprüfte Eigenschaften, nicht für eine Entscheidung am Patienten.</translation>
    </message>
    <message>
        <source>STALE: something that it was made from has changed.</source>
        <translation>VERALTET: Etwas, woraus es entstand, hat sich geändert.</translation>
    </message>
    <message>
        <source>Makes anew, with the same parameters, what stands on something that has changed since; what somebody confirmed is kept</source>
        <translation>Erzeugt mit denselben Parametern neu, was auf etwas beruht, das sich seither geändert hat; was jemand bestätigt hat, bleibt</translation>
    </message>
    <message>
        <source>%1 of %2 stale</source>
        <translation>%1 von %2 veraltet</translation>
    </message>
    <message>
        <source>%1 mm or °</source>
        <translation>%1 mm oder °</translation>
    </message>
    <message>
        <source>%1 points, about %2 long.</source>
        <translation>%1 Punkte, etwa %2 lang.</translation>
    </message>
    <message>
        <source>A tube about the curve through the points</source>
        <translation>Eine Röhre um die Kurve durch die Punkte</translation>
    </message>
    <message>
        <source>Along its axis, out of the bone (Page up)</source>
        <translation>Entlang seiner Achse, aus dem Knochen heraus (Bild auf)</translation>
    </message>
    <message>
        <source>Along its axis, towards the apex (Page down)</source>
        <translation>Entlang seiner Achse, zur Spitze hin (Bild ab)</translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation>Nach hinten</translation>
    </message>
    <message>
        <source>Canal</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Click places in the slices from behind to the mental foramen; drag them, double click to take one away; Escape ends it.</source>
        <translation>Klicken Sie Stellen in den Schichten an, von hinten bis zum Foramen mentale; ziehen Sie sie, ein Doppelklick nimmt eine weg; Escape beendet es.</translation>
    </message>
    <message>
        <source>Compute the stress of the bone</source>
        <translation>Spannung des Knochens berechnen</translation>
    </message>
    <message>
        <source>Deeper</source>
        <translation>Tiefer</translation>
    </message>
    <message>
        <source>Dental implant</source>
        <translation>Zahnimplantat</translation>
    </message>
    <message>
        <source>Drag the implant&apos;s ends in a slice, or move it by steps: distances and stress follow, marked ≈; let go, they are exact.</source>
        <translation>Ziehen Sie die Enden des Implantats in einer Schicht oder bewegen Sie es schrittweise: Abstände und Spannung folgen, mit ≈ gekennzeichnet; losgelassen sind sie genau.</translation>
    </message>
    <message>
        <source>Forwards</source>
        <translation>Nach vorn</translation>
    </message>
    <message>
        <source>HTML, PDF and JSON with pictures, the implant as STL and STEP</source>
        <translation>HTML, PDF und JSON mit Bildern, das Implantat als STL und STEP</translation>
    </message>
    <message>
        <source>Higher</source>
        <translation>Höher</translation>
    </message>
    <message>
        <source>Implant</source>
        <translation>Implantat</translation>
    </message>
    <message>
        <source>Jaw and teeth are there.</source>
        <translation>Kiefer und Zähne sind da.</translation>
    </message>
    <message>
        <source>Keep it, place another beside it</source>
        <translation>Behalten, ein weiteres daneben setzen</translation>
    </message>
    <message>
        <source>Make the canal</source>
        <translation>Kanal bilden</translation>
    </message>
    <message>
        <source>Measures what it keeps away from and what bone is around it.</source>
        <translation>Misst, wovon es sich fernhält und welcher Knochen um es liegt.</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>Bewegen</translation>
    </message>
    <message>
        <source>Place the implant</source>
        <translation>Implantat setzen</translation>
    </message>
    <message>
        <source>Prepare moving the implant</source>
        <translation>Bewegen des Implantats vorbereiten</translation>
    </message>
    <message>
        <source>Prepare the stress</source>
        <translation>Spannung vorbereiten</translation>
    </message>
    <message>
        <source>Set points along the canal</source>
        <translation>Punkte entlang des Kanals setzen</translation>
    </message>
    <message>
        <source>Set two points or more first.</source>
        <translation>Setzen Sie zuerst zwei Punkte oder mehr.</translation>
    </message>
    <message>
        <source>Step of a move, in millimetres or degrees</source>
        <translation>Schritt einer Bewegung, in Millimetern oder Grad</translation>
    </message>
    <message>
        <source>Steps of placing a dental implant</source>
        <translation>Schritte beim Setzen eines Zahnimplantats</translation>
    </message>
    <message>
        <source>Stress</source>
        <translation>Spannung</translation>
    </message>
    <message>
        <source>The apex goes backwards, the platform stays (Shift+P)</source>
        <translation>Die Spitze geht nach hinten, die Plattform bleibt (Umschalt+P)</translation>
    </message>
    <message>
        <source>The apex goes forwards, the platform stays (Shift+A)</source>
        <translation>Die Spitze geht nach vorn, die Plattform bleibt (Umschalt+A)</translation>
    </message>
    <message>
        <source>The apex goes to the patient&apos;s left, the platform stays (Shift+L)</source>
        <translation>Die Spitze geht nach links (vom Patienten), die Plattform bleibt (Umschalt+L)</translation>
    </message>
    <message>
        <source>The apex goes to the patient&apos;s right, the platform stays (Shift+R)</source>
        <translation>Die Spitze geht nach rechts (vom Patienten), die Plattform bleibt (Umschalt+R)</translation>
    </message>
    <message>
        <source>The canal of the nerve is not found by itself: set points along it, from behind to the mental foramen. %1 of 2 at least.</source>
        <translation>Der Kanal des Nervs wird nicht von selbst gefunden: setzen Sie Punkte an ihm entlang, von hinten bis zum Foramen mentale. %1 von mindestens 2.</translation>
    </message>
    <message>
        <source>The implant and its numbers appear here once it is placed.</source>
        <translation>Das Implantat und seine Zahlen erscheinen hier, sobald es gesetzt ist.</translation>
    </message>
    <message>
        <source>The jaw is missing: run the recipe for jaws, or segment it under Segmentation and name its anatomy.</source>
        <translation>Der Kiefer fehlt: führen Sie das Rezept für Kiefer aus oder segmentieren Sie ihn unter Segmentierung und benennen Sie seine Anatomie.</translation>
    </message>
    <message>
        <source>The jaw is there; without teeth, distances to their roots are not told.</source>
        <translation>Der Kiefer ist da; ohne Zähne werden Abstände zu ihren Wurzeln nicht gesagt.</translation>
    </message>
    <message>
        <source>The next one is a plan of its own; they keep their distance from each other.</source>
        <translation>Das nächste ist ein Plan für sich; sie halten Abstand voneinander.</translation>
    </message>
    <message>
        <source>Tilt backwards</source>
        <translation>Nach hinten kippen</translation>
    </message>
    <message>
        <source>Tilt forwards</source>
        <translation>Nach vorn kippen</translation>
    </message>
    <message>
        <source>Tilt left</source>
        <translation>Nach links kippen</translation>
    </message>
    <message>
        <source>Tilt right</source>
        <translation>Nach rechts kippen</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Towards the patient&apos;s back, across its axis (P)</source>
        <translation>Zum Rücken des Patienten, quer zur Achse (P)</translation>
    </message>
    <message>
        <source>Towards the patient&apos;s front, across its axis (A)</source>
        <translation>Nach vorn beim Patienten, quer zur Achse (A)</translation>
    </message>
    <message>
        <source>Towards the patient&apos;s left, across its axis (L)</source>
        <translation>Zur linken Seite des Patienten, quer zur Achse (L)</translation>
    </message>
    <message>
        <source>Towards the patient&apos;s right, across its axis (R)</source>
        <translation>Zur rechten Seite des Patienten, quer zur Achse (R)</translation>
    </message>
    <message>
        <source>What a load does to the bone around it, by finite elements; a map in 3-D.</source>
        <translation>Was eine Last mit dem Knochen um das Implantat macht, mit finiten Elementen; eine Karte in 3D.</translation>
    </message>
    <message>
        <source>(before)</source>
        <translation>(vorher)</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>not placed</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>not traced</source>
        <translation>nicht nachgezeichnet</translation>
    </message>
    <message>
        <source>placed</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>there</source>
        <translation>da</translation>
    </message>
    <message>
        <source>traced</source>
        <translation>nachgezeichnet</translation>
    </message>
    <message>
        <source>≈ Stress of the bone: %1 (99th percentile), strain failure index %2.</source>
        <translation>≈ Spannung des Knochens: %1 (99. Perzentil), Dehnungsversagensindex %2.</translation>
    </message>
    <message>
        <source>≈ outside limits</source>
        <translation>≈ außerhalb der Grenzen</translation>
    </message>
    <message>
        <source>%1 plans of this kind: their numbers side by side.</source>
        <translation>%1 Pläne dieser Art: ihre Zahlen nebeneinander.</translation>
    </message>
    <message>
        <source>%1 side. Axes of the bone: %2. Look at each landmark; they can be moved.</source>
        <translation>Seite: %1. Achsen des Knochens: %2. Sehen Sie sich jede Landmarke an; sie lassen sich verschieben.</translation>
    </message>
    <message>
        <source>Away from the middle of the body, in the cut</source>
        <translation>Von der Körpermitte weg, in der Schnittebene</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Cut deeper</source>
        <translation>Tiefer schneiden</translation>
    </message>
    <message>
        <source>Cut less</source>
        <translation>Weniger tief schneiden</translation>
    </message>
    <message>
        <source>Cuts the bone and measures exactly</source>
        <translation>Schneidet den Knochen und misst genau</translation>
    </message>
    <message>
        <source>External rotation, in the bone's transverse plane</source>
        <translation>Außenrotation, in der Transversalebene des Knochens</translation>
    </message>
    <message>
        <source>Find the landmarks</source>
        <translation>Landmarken finden</translation>
    </message>
    <message>
        <source>HTML, PDF and JSON with pictures, the component as STL and STEP</source>
        <translation>HTML, PDF und JSON mit Bildern, die Komponente als STL und STEP</translation>
    </message>
    <message>
        <source>Half a minute in the background; then a stress is told at once while moving, before the computed one, with the error that it measures of itself</source>
        <translation>Eine halbe Minute im Hintergrund; danach wird beim Bewegen sofort eine Spannung angegeben, noch vor der berechneten, mit dem Fehler, den das Modell an sich selbst misst</translation>
    </message>
    <message>
        <source>In the bone's coronal plane</source>
        <translation>In der Koronalebene des Knochens</translation>
    </message>
    <message>
        <source>In the bone's sagittal plane</source>
        <translation>In der Sagittalebene des Knochens</translation>
    </message>
    <message>
        <source>In the bone's sagittal plane, down towards the back</source>
        <translation>In der Sagittalebene des Knochens, nach hinten abfallend</translation>
    </message>
    <message>
        <source>Internal rotation, in the bone's transverse plane</source>
        <translation>Innenrotation, in der Transversalebene des Knochens</translation>
    </message>
    <message>
        <source>Inwards</source>
        <translation>Nach innen</translation>
    </message>
    <message>
        <source>It is being learnt: see its progress below.</source>
        <translation>Es wird gelernt: siehe den Fortschritt unten.</translation>
    </message>
    <message>
        <source>Component of a joint</source>
        <translation>Komponente eines Gelenks</translation>
    </message>
    <message>
        <source>Learn a preview</source>
        <translation>Vorschau lernen</translation>
    </message>
    <message>
        <source>Learn the stress for a preview</source>
        <translation>Spannung für eine Vorschau lernen</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>Less bone is taken away</source>
        <translation>Es wird weniger Knochen weggenommen</translation>
    </message>
    <message>
        <source>Less slope</source>
        <translation>Weniger Slope</translation>
    </message>
    <message>
        <source>Make a plan first.</source>
        <translation>Erstellen Sie zuerst einen Plan.</translation>
    </message>
    <message>
        <source>More bone is taken away</source>
        <translation>Es wird mehr Knochen weggenommen</translation>
    </message>
    <message>
        <source>More slope</source>
        <translation>Mehr Slope</translation>
    </message>
    <message>
        <source>More valgus</source>
        <translation>Mehr Valgus</translation>
    </message>
    <message>
        <source>More varus</source>
        <translation>Mehr Varus</translation>
    </message>
    <message>
        <source>Move it by steps, or change a number above: what follows is marked ≈ until it is placed.</source>
        <translation>Bewegen Sie sie schrittweise oder ändern Sie oben eine Zahl: Was folgt, ist mit ≈ gekennzeichnet, bis sie gesetzt ist.</translation>
    </message>
    <message>
        <source>Outwards</source>
        <translation>Nach außen</translation>
    </message>
    <message>
        <source>Parts the bones of the joint in a CT; a proposal to look at</source>
        <translation>Trennt die Knochen des Gelenks in einem CT; ein Vorschlag, der anzusehen ist</translation>
    </message>
    <message>
        <source>Place the component</source>
        <translation>Komponente setzen</translation>
    </message>
    <message>
        <source>Prepare moving the component</source>
        <translation>Bewegen der Komponente vorbereiten</translation>
    </message>
    <message>
        <source>Preview by a surrogate: ≈ %1 (99th percentile), off by up to %2 by its own measure.</source>
        <translation>Vorschau eines Ersatzmodells: ≈ %1 (99. Perzentil), Abweichung nach eigener Messung bis %2.</translation>
    </message>
    <message>
        <source>Propose the bones</source>
        <translation>Knochen vorschlagen</translation>
    </message>
    <message>
        <source>Propose the bones first.</source>
        <translation>Lassen Sie zuerst die Knochen vorschlagen.</translation>
    </message>
    <message>
        <source>Proposes the landmarks of the joint, with how sure they are</source>
        <translation>Schlägt die Landmarken des Gelenks vor und sagt, wie sicher sie sind</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>Steps of placing a joint component</source>
        <translation>Schritte beim Setzen einer Gelenkkomponente</translation>
    </message>
    <message>
        <source>The bone's axes come from landmarks: find them, then look at each.</source>
        <translation>Die Achsen des Knochens ergeben sich aus Landmarken: Lassen Sie sie finden und sehen Sie sich dann jede an.</translation>
    </message>
    <message>
        <source>The bones are there: look at them, and mend them under Segmentation.</source>
        <translation>Die Knochen sind da: Sehen Sie sie an und verbessern Sie sie unter Segmentierung.</translation>
    </message>
    <message>
        <source>The component and its numbers appear here once bone and landmarks are there.</source>
        <translation>Die Komponente und ihre Zahlen erscheinen hier, sobald Knochen und Landmarken da sind.</translation>
    </message>
    <message>
        <source>There is no bone yet: propose the bones first.</source>
        <translation>Es gibt noch keinen Knochen: Lassen Sie zuerst die Knochen vorschlagen.</translation>
    </message>
    <message>
        <source>Tibia and femur are needed, parted from each other and filled.</source>
        <translation>Tibia und Femur werden gebraucht, voneinander getrennt und gefüllt.</translation>
    </message>
    <message>
        <source>Tibia, fibula and talus are needed, parted from each other and filled.</source>
        <translation>Tibia, Fibula und Talus werden gebraucht, voneinander getrennt und gefüllt.</translation>
    </message>
    <message>
        <source>Towards the back, in the cut</source>
        <translation>Nach hinten, in der Schnittebene</translation>
    </message>
    <message>
        <source>Towards the front, in the cut</source>
        <translation>Nach vorn, in der Schnittebene</translation>
    </message>
    <message>
        <source>Towards the middle of the body, in the cut</source>
        <translation>Zur Körpermitte hin, in der Schnittebene</translation>
    </message>
    <message>
        <source>Turn inwards</source>
        <translation>Nach innen drehen</translation>
    </message>
    <message>
        <source>Turn outwards</source>
        <translation>Nach außen drehen</translation>
    </message>
    <message>
        <source>changed, not placed</source>
        <translation>geändert, nicht gesetzt</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>≈ Where it would lie. Place it for the exact numbers and the cut bone.</source>
        <translation>≈ Wo sie liegen würde. Setzen Sie sie, um die genauen Zahlen und den geschnittenen Knochen zu erhalten.</translation>
    </message>
    <message>
        <source>A guide with sleeves over the implants, as a closed surface, and the drilling lengths.</source>
        <translation>Eine Schablone mit Hülsen über den Implantaten als geschlossene Oberfläche und die Bohrlängen.</translation>
    </message>
    <message>
        <source>Drill guide</source>
        <translation>Bohrschablone</translation>
    </message>
    <message>
        <source>Find the dental arch</source>
        <translation>Zahnbogen finden</translation>
    </message>
    <message>
        <source>Make the drill guide</source>
        <translation>Bohrschablone erzeugen</translation>
    </message>
    <message>
        <source>Opens the image along the dental arch: choose the arch there, and Panoramic</source>
        <translation>Öffnet das Bild entlang des Zahnbogens: dort den Bogen und Panorama wählen</translation>
    </message>
    <message>
        <source>Panoramic view…</source>
        <translation>Panoramaansicht…</translation>
    </message>
    <message>
        <source>The jaw is needed first.</source>
        <translation>Zuerst wird der Kiefer gebraucht.</translation>
    </message>
    <message>
        <source>The middle line of the jaw, for the panoramic view and cross-sections</source>
        <translation>Die Mittellinie des Kiefers, für Panoramaansicht und Querschnitte</translation>
    </message>
    <message>
        <source>Along the implant</source>
        <translation>Längs des Implantats</translation>
    </message>
    <message>
        <source>Across the arch</source>
        <translation>Quer zum Zahnbogen</translation>
    </message>
    <message>
        <source>As the patient lies</source>
        <translation>Wie der Patient liegt</translation>
    </message>
    <message>
        <source>Turn the slices along the implant</source>
        <translation>Die Schnitte längs des Implantats drehen</translation>
    </message>
    <message>
        <source>Turn the slices across the dental arch</source>
        <translation>Die Schnitte quer zum Zahnbogen drehen</translation>
    </message>
    <message>
        <source>Turn the slices back to the patient&apos;s planes</source>
        <translation>Die Schnitte in die Ebenen des Patienten zurückdrehen</translation>
    </message>
    <message>
        <source>Place the implant first.</source>
        <translation>Zuerst das Implantat setzen.</translation>
    </message>
    <message>
        <source>The axial view looks along the implant; the coronal one lies along the row of teeth, the sagittal one from cheek to tongue.</source>
        <translation>Die axiale Ansicht blickt längs des Implantats; die koronale liegt entlang der Zahnreihe, die sagittale von der Wange zur Zunge.</translation>
    </message>
    <message>
        <source>The axial view looks along the implant, the other two contain its axis. With a dental arch they lie along and across the row of teeth.</source>
        <translation>Die axiale Ansicht blickt längs des Implantats, die anderen beiden enthalten seine Achse. Mit einem Zahnbogen liegen sie entlang der Zahnreihe und quer zu ihr.</translation>
    </message>
    <message>
        <source>The sagittal view is square to the row of teeth at the implant, upright.</source>
        <translation>Die sagittale Ansicht steht am Implantat senkrecht zur Zahnreihe, aufrecht.</translation>
    </message>
    <message>
        <source>Find the dental arch first, under Structures.</source>
        <translation>Zuerst unter Strukturen den Zahnbogen finden.</translation>
    </message>
    <message>
        <source>Axial, sagittal and coronal as usual.</source>
        <translation>Axial, sagittal und koronal wie üblich.</translation>
    </message>
    <message>
        <source>Opens the image along the dental arch, panoramic</source>
        <translation>Öffnet das Bild entlang des Zahnbogens als Panorama</translation>
    </message>
    <message>
        <source>Solve six unit loads</source>
        <translation>Sechs Einheitslasten lösen</translation>
    </message>
    <message>
        <source>They were stopped: move a slider to solve them again.</source>
        <translation>Sie wurden angehalten: einen Regler bewegen, um sie wieder zu lösen.</translation>
    </message>
    <message>
        <source>To the cheek</source>
        <translation>Zur Wange</translation>
    </message>
    <message>
        <source>To the tongue</source>
        <translation>Zur Zunge</translation>
    </message>
    <message>
        <source>Compute with this load</source>
        <translation>Mit dieser Last berechnen</translation>
    </message>
    <message>
        <source>Another load</source>
        <translation>Eine andere Last</translation>
    </message>
    <message>
        <source>Along the axis (N)</source>
        <translation>Längs der Achse (N)</translation>
    </message>
    <message>
        <source>Towards the apex; below 0 it pulls the implant out of the bone.</source>
        <translation>Zur Spitze hin; unter 0 zieht sie das Implantat aus dem Knochen.</translation>
    </message>
    <message>
        <source>Bending (N)</source>
        <translation>Biegung (N)</translation>
    </message>
    <message>
        <source>At right angles to the implant&apos;s axis.</source>
        <translation>Senkrecht zur Achse des Implantats.</translation>
    </message>
    <message>
        <source>Direction (°)</source>
        <translation>Richtung (°)</translation>
    </message>
    <message>
        <source>Of the bending: 0 to the patient&apos;s left, 90 to the front, 180 to the right, -90 to the back.</source>
        <translation>Der Biegung: 0 nach links des Patienten, 90 nach vorn, 180 nach rechts, -90 nach hinten.</translation>
    </message>
    <message>
        <source>Moment (N mm)</source>
        <translation>Moment (N mm)</translation>
    </message>
    <message>
        <source>Bends the same way, as a bending force high above the implant does: force times height.</source>
        <translation>Biegt ebenso, wie eine Biegekraft hoch über dem Implantat: Kraft mal Höhe.</translation>
    </message>
    <message>
        <source>Direct the bending to the cheek</source>
        <translation>Die Biegung zur Wange richten</translation>
    </message>
    <message>
        <source>Direct the bending to the tongue</source>
        <translation>Die Biegung zur Zunge richten</translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation>%1, Regler</translation>
    </message>
    <message>
        <source>The load that was computed. Move a slider: the stress of another one follows at once, after some seconds for six unit loads.</source>
        <translation>Die Last, die berechnet wurde. Einen Regler bewegen: Die Spannung einer anderen folgt sofort, nach einigen Sekunden für sechs Einheitslasten.</translation>
    </message>
    <message>
        <source>A field holds no number, or one out of its range.</source>
        <translation>Ein Feld enthält keine Zahl oder eine außerhalb seines Bereichs.</translation>
    </message>
    <message>
        <source>There is no load, so there is no stress.</source>
        <translation>Es gibt keine Last, also auch keine Spannung.</translation>
    </message>
    <message>
        <source>Give a force above 0.</source>
        <translation>Eine Kraft über 0 angeben.</translation>
    </message>
    <message>
        <source>Six unit loads are being solved: see the progress below.</source>
        <translation>Sechs Einheitslasten werden gelöst: siehe den Fortschritt unten.</translation>
    </message>
    <message>
        <source>From unit loads, exact by superposition (linear): 99th percentile %1, 95th %2, strain failure index %3 (limit %4%5).</source>
        <translation>Aus Einheitslasten, exakt durch Überlagerung (linear): 99. Perzentil %1, 95. %2, Dehnungsversagensindex %3 (Grenze %4%5).</translation>
    </message>
    <message>
        <source>, above it</source>
        <translation>, darüber</translation>
    </message>
    <message>
        <source>This load is computed already: move a slider for another one.</source>
        <translation>Diese Last ist schon berechnet: für eine andere einen Regler bewegen.</translation>
    </message>
    <message>
        <source>Computes the stress anew with this load, so that the plan holds it.</source>
        <translation>Berechnet die Spannung mit dieser Last neu, damit der Plan sie enthält.</translation>
    </message>
    <message>
        <source>A load at most %1 mm above the implant makes no moment of %2 N mm.</source>
        <translation>Eine Last höchstens %1 mm über dem Implantat ergibt kein Moment von %2 N mm.</translation>
    </message>
    <message>
        <source>Give a bending force of %1 N or more.</source>
        <translation>Eine Biegekraft von %1 N oder mehr angeben.</translation>
    </message>
    <message>
        <source>The load is larger than %1 N.</source>
        <translation>Die Last ist größer als %1 N.</translation>
    </message>
    <message>
        <source>Give a smaller one.</source>
        <translation>Eine kleinere angeben.</translation>
    </message>
    <message>
        <source>Turned about the axis</source>
        <translation>Um die Achse gedreht</translation>
    </message>
    <message>
        <source>From there about the implant&apos;s axis, clockwise seen from the head: from the patient&apos;s left to the front.</source>
        <translation>Von dort um die Achse des Implantats, vom Kopf gesehen im Uhrzeigersinn: von links des Patienten nach vorn.</translation>
    </message>
    <message>
        <source>Stress of the bone, from unit loads</source>
        <translation>Spannung des Knochens, aus Einheitslasten</translation>
    </message>
    <message>
        <source>Views to the bone</source>
        <translation>Ansichten zum Knochen</translation>
    </message>
    <message>
        <source>Views to the component</source>
        <translation>Ansichten zur Komponente</translation>
    </message>
    <message>
        <source>Views to the patient</source>
        <translation>Ansichten zum Patienten</translation>
    </message>
    <message>
        <source>Turn the slices to the planes of the bone</source>
        <translation>Die Schichten in die Ebenen des Knochens drehen</translation>
    </message>
    <message>
        <source>Turn the slices to the planes of the component</source>
        <translation>Die Schichten in die Ebenen der Komponente drehen</translation>
    </message>
    <message>
        <source>There is no component yet: bone and landmarks come first.</source>
        <translation>Es gibt noch keine Komponente: Zuerst kommen Knochen und Landmarken.</translation>
    </message>
    <message>
        <source>Coronal, sagittal and axial plane of the bone, in which varus, slope and rotation count</source>
        <translation>Koronale, sagittale und axiale Ebene des Knochens, in denen Varus, Neigung und Rotation zählen</translation>
    </message>
    <message>
        <source>The axial view lies in the cut, the other two stand on it, along and across the component</source>
        <translation>Die axiale Ansicht liegt im Schnitt, die beiden anderen stehen darauf, längs und quer zur Komponente</translation>
    </message>
    <message>
        <source>Axial, sagittal and coronal as usual</source>
        <translation>Axial, sagittal und koronar wie üblich</translation>
    </message>
    <message>
        <source>The component in hand, moved by keys</source>
        <translation>Die Komponente, mit Tasten bewegt</translation>
    </message>
    <message>
        <source>Keys: L, R, A and P move it to the patient&apos;s left, right, front and back, Page down and Page up deeper and less deep. With Shift they tilt and turn it.</source>
        <translation>Tasten: L, R, A und P bewegen sie nach links, rechts, vorn und hinten (vom Patienten), Bild ab und Bild auf tiefer und weniger tief. Mit Umschalt kippen und drehen sie sie.</translation>
    </message>
    <message>
        <source>Drag its middle (circle) or its end (square) in a slice, move it by steps, or change a number above: what follows is marked ≈ until it is exact.</source>
        <translation>Ziehen Sie ihre Mitte (Kreis) oder ihr Ende (Quadrat) in einer Schicht, bewegen Sie sie schrittweise oder ändern Sie oben eine Zahl: Was folgt, ist mit ≈ gekennzeichnet, bis es genau ist.</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>Shift+%1</source>
        <translation>Umschalt+%1</translation>
    </message>
    <message>
        <source>Own values (below)</source>
        <translation>Eigene Werte (unten)</translation>
    </message>
    <message>
        <source>Own measures (below)</source>
        <translation>Eigene Maße (unten)</translation>
    </message>
    <message>
        <source>The largest that fits</source>
        <translation>Die größte passende</translation>
    </message>
    <message>
        <source>Sets width and depth. Without it: the measures given, else the largest that does not overhang.</source>
        <translation>Legt Breite und Tiefe fest. Ohne sie: die angegebenen Maße, sonst die größte, die nicht überhängt.</translation>
    </message>
    <message>
        <source>Set by the choice under %1.</source>
        <translation>Durch die Wahl unter %1 festgelegt.</translation>
    </message>
    <message>
        <source>The page keys scroll the slices and move what is planned.</source>
        <translation>Die Bildtasten blättern in den Schichten und bewegen, was geplant wird.</translation>
    </message>
    <message>
        <source>This letter turns the 3-D view to a side, L, R, A and P move what is planned, and fields need it for typing.</source>
        <translation>Dieser Buchstabe dreht die 3-D-Ansicht zu einer Seite, L, R, A und P bewegen, was geplant wird, und Eingabefelder brauchen ihn zum Schreiben.</translation>
    </message>
    <message>
        <source>Keys that cannot be changed</source>
        <translation>Tasten, die sich nicht ändern lassen</translation>
    </message>
    <message>
        <source>Under Implants, after a click into the step &quot;Move it&quot;: L, R, A and P move the implant or component to the patient&apos;s left, right, front and back, Page down and Page up deeper and less deep; with Shift it is tilted or turned.</source>
        <translation>Unter Implantate, nach einem Klick in den Schritt „Bewegen“: L, R, A und P bewegen das Implantat oder die Komponente nach links, rechts, vorn und hinten (vom Patienten), Bild ab und Bild auf tiefer und weniger tief; mit Umschalt wird gekippt oder gedreht.</translation>
    </message>
    <message>
        <source>Prepare moving the screw</source>
        <translation>Bewegen der Schraube vorbereiten</translation>
    </message>
    <message>
        <source>The screw in hand</source>
        <translation>Die Schraube in Arbeit</translation>
    </message>
    <message>
        <source>Drag the entry or the tip in a slice, or move it by steps: the numbers follow, marked ≈; let go, they are exact.</source>
        <translation>Ziehen Sie Eintritt oder Spitze in einer Schicht oder bewegen Sie sie schrittweise: Die Zahlen folgen, mit ≈ gekennzeichnet; losgelassen sind sie genau.</translation>
    </message>
    <message>
        <source>The screw and its numbers appear here once entry and target are set.</source>
        <translation>Die Schraube und ihre Zahlen erscheinen hier, sobald Eintritt und Ziel gesetzt sind.</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>Stelle zeigen</translation>
    </message>
    <message>
        <source>Show where the least bone is beside the screw</source>
        <translation>Zeigen, wo neben der Schraube am wenigsten Knochen ist</translation>
    </message>
    <message>
        <source>Not in bone</source>
        <translation>Nicht im Knochen</translation>
    </message>
    <message>
        <source>Grade %1</source>
        <translation>Grad %1</translation>
    </message>
    <message>
        <source>The bone is breached by %1. Grades of Gertzbein and Robbins (%2).</source>
        <translation>Der Knochen wird um %1 durchbrochen. Grade nach Gertzbein und Robbins (%2).</translation>
    </message>
    <message>
        <source>No breach: %1 of bone or more beside it. Grades of Gertzbein and Robbins (%2).</source>
        <translation>Kein Durchbruch: mindestens %1 Knochen daneben. Grade nach Gertzbein und Robbins (%2).</translation>
    </message>
    <message>
        <source>Breach of the bone: %1, %2</source>
        <translation>Durchbruch des Knochens: %1, %2</translation>
    </message>
    <message>
        <source>Flies to the least bone beside the screw</source>
        <translation>Fliegt zur Stelle mit dem wenigsten Knochen neben der Schraube</translation>
    </message>
    <message>
        <source>Along its axis, towards the tip (Page down)</source>
        <translation>Entlang der Achse, zur Spitze hin (Bild ab)</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Towards the patient&apos;s head, across its axis (S)</source>
        <translation>Zum Kopf des Patienten, quer zur Achse (S)</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Towards the patient&apos;s feet, across its axis (I)</source>
        <translation>Zu den Füßen des Patienten, quer zur Achse (I)</translation>
    </message>
    <message>
        <source>The tip goes to the patient&apos;s left, the entry stays (Shift+L)</source>
        <translation>Die Spitze geht zur linken Seite des Patienten, der Eintritt bleibt (Umschalt+L)</translation>
    </message>
    <message>
        <source>The tip goes to the patient&apos;s right, the entry stays (Shift+R)</source>
        <translation>Die Spitze geht zur rechten Seite des Patienten, der Eintritt bleibt (Umschalt+R)</translation>
    </message>
    <message>
        <source>Tilt up</source>
        <translation>Nach oben kippen</translation>
    </message>
    <message>
        <source>The tip goes towards the head, the entry stays (Shift+S)</source>
        <translation>Die Spitze geht zum Kopf, der Eintritt bleibt (Umschalt+S)</translation>
    </message>
    <message>
        <source>Tilt down</source>
        <translation>Nach unten kippen</translation>
    </message>
    <message>
        <source>The tip goes towards the feet, the entry stays (Shift+I)</source>
        <translation>Die Spitze geht zu den Füßen, der Eintritt bleibt (Umschalt+I)</translation>
    </message>
    <message>
        <source>The tip goes forwards, the entry stays (Shift+A)</source>
        <translation>Die Spitze geht nach vorn, der Eintritt bleibt (Umschalt+A)</translation>
    </message>
    <message>
        <source>The tip goes backwards, the entry stays (Shift+P)</source>
        <translation>Die Spitze geht nach hinten, der Eintritt bleibt (Umschalt+P)</translation>
    </message>
    <message>
        <source>Steps of placing a bone screw</source>
        <translation>Schritte beim Setzen einer Knochenschraube</translation>
    </message>
    <message>
        <source>Find vertebrae</source>
        <translation>Wirbel finden</translation>
    </message>
    <message>
        <source>Find landmarks</source>
        <translation>Landmarken finden</translation>
    </message>
    <message>
        <source>Place the screw</source>
        <translation>Schraube setzen</translation>
    </message>
    <message>
        <source>Which screw is in hand</source>
        <translation>Welche Schraube in Arbeit ist</translation>
    </message>
    <message>
        <source>A new one</source>
        <translation>Eine neue</translation>
    </message>
    <message>
        <source>Keep it, place another</source>
        <translation>Behalten, eine weitere setzen</translation>
    </message>
    <message>
        <source>HTML, PDF and JSON with pictures, the screw as STL and STEP</source>
        <translation>HTML, PDF und JSON mit Bildern, die Schraube als STL und STEP</translation>
    </message>
    <message>
        <source>Screw</source>
        <translation>Schraube</translation>
    </message>
    <message>
        <source>It holds in the bone chosen here, filled: marrow that its mask leaves out counts as outside.</source>
        <translation>Sie hält im hier gewählten, gefüllten Knochen: Mark, das seine Maske auslässt, zählt als außerhalb.</translation>
    </message>
    <message>
        <source>Choose the bone that it holds in, and what it keeps away from.</source>
        <translation>Wählen Sie den Knochen, in dem sie hält, und wovon sie Abstand hält.</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>Parts the vertebrae from each other; a proposal to look at</source>
        <translation>Trennt die Wirbel voneinander; ein Vorschlag zum Ansehen</translation>
    </message>
    <message>
        <source>Proposes the landmarks of this bone, with how sure they are</source>
        <translation>Schlägt die Landmarken dieses Knochens vor, mit ihrer Sicherheit</translation>
    </message>
    <message>
        <source>Choose the bone first.</source>
        <translation>Wählen Sie zuerst den Knochen.</translation>
    </message>
    <message>
        <source>There is no bone yet: segment it first.</source>
        <translation>Es gibt noch keinen Knochen: Segmentieren Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>Measures exactly what it holds in and what it keeps away from.</source>
        <translation>Misst genau, worin sie hält und wovon sie Abstand hält.</translation>
    </message>
    <message>
        <source>Set entry and target</source>
        <translation>Eintritt und Ziel setzen</translation>
    </message>
    <message>
        <source>Click the entry, then the target. Space sets it at the crosshair, Escape gives up.</source>
        <translation>Klicken Sie den Eintritt, dann das Ziel. Leertaste setzt am Fadenkreuz, Escape gibt auf.</translation>
    </message>
    <message>
        <source>The axis goes from the entry, on the bone&apos;s surface, to the target.</source>
        <translation>Die Achse geht vom Eintritt auf der Knochenoberfläche zum Ziel.</translation>
    </message>
    <message>
        <source>2 of 2: click the target, in any slice.</source>
        <translation>2 von 2: Klicken Sie das Ziel, in einer beliebigen Schicht.</translation>
    </message>
    <message>
        <source>1 of 2: click the entry, on the bone&apos;s surface.</source>
        <translation>1 von 2: Klicken Sie den Eintritt auf der Knochenoberfläche.</translation>
    </message>
    <message>
        <source>Bone screw</source>
        <translation>Knochenschraube</translation>
    </message>
    <message>
        <source>Look along the screw</source>
        <translation>Entlang der Schraube blicken</translation>
    </message>
    <message>
        <source>3-D from its head</source>
        <translation>3-D von ihrem Kopf aus</translation>
    </message>
    <message>
        <source>Look from the screw&apos;s head towards its tip in 3-D</source>
        <translation>In 3-D vom Kopf der Schraube zur Spitze blicken</translation>
    </message>
    <message>
        <source>Depth along the screw, in tenths of a millimetre from below its head</source>
        <translation>Tiefe entlang der Schraube, in Zehntelmillimetern ab der Unterseite ihres Kopfes</translation>
    </message>
    <message>
        <source>There is no screw yet: set its entry and target first.</source>
        <translation>Es gibt noch keine Schraube: Setzen Sie zuerst Eintritt und Ziel.</translation>
    </message>
    <message>
        <source>The axial view looks down the screw, the other two lie along it. Move the depth to follow it from its head to the tip.</source>
        <translation>Die axiale Ansicht blickt die Schraube hinab, die beiden anderen liegen entlang ihr. Bewegen Sie die Tiefe, um ihr vom Kopf zur Spitze zu folgen.</translation>
    </message>
    <message>
        <source>The 3-D view looks down the screw, with the feet below.</source>
        <translation>Die 3-D-Ansicht blickt die Schraube hinab, die Füße unten.</translation>
    </message>
    <message>
        <source>Where the crosshair stands on the screw</source>
        <translation>Wo das Fadenkreuz auf der Schraube steht</translation>
    </message>
    <message>
        <source>Look along the screw first.</source>
        <translation>Blicken Sie zuerst entlang der Schraube.</translation>
    </message>
    <message>
        <source>at the tip</source>
        <translation>an der Spitze</translation>
    </message>
    <message>
        <source>%1 before the tip</source>
        <translation>%1 vor der Spitze</translation>
    </message>
    <message>
        <source>Best position on the cut</source>
        <translation>Beste Lage auf dem Schnitt</translation>
    </message>
    <message>
        <source>Shifts it to where it covers most of the cut and reaches least beyond the bone.</source>
        <translation>Verschiebt sie dorthin, wo sie am meisten vom Schnitt bedeckt und am wenigsten über den Knochen hinausragt.</translation>
    </message>
    <message>
        <source>Entry onto the bone</source>
        <translation>Eintritt auf den Knochen</translation>
    </message>
    <message>
        <source>Moves the screw along its axis until its head stands on the bone&apos;s surface.</source>
        <translation>Bewegt die Schraube längs ihrer Achse, bis ihr Kopf auf der Oberfläche des Knochens steht.</translation>
    </message>
    <message>
        <source>Onto the crest</source>
        <translation>Auf den Kieferkamm</translation>
    </message>
    <message>
        <source>Sets the platform on the bone&apos;s surface along the axis; with a dental arch, the axis square to it where it is nearly so.</source>
        <translation>Setzt die Plattform längs der Achse auf die Oberfläche des Knochens; mit einem Zahnbogen die Achse senkrecht dazu, wo sie es fast ist.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Largest voxel</source>
        <translation>Größtes Voxel</translation>
    </message>
    <message>
        <source>Largest side of a voxel of an image that implants are planned on without a warning.</source>
        <translation>Größte Kante eines Voxels des Bildes, auf dem Implantate ohne Warnung geplant werden.</translation>
    </message>
    <message>
        <source>1 to 1.25 mm, practice of planning from CT, from memory.</source>
        <translation>1 bis 1.25 mm, Praxis der Planung nach CT, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Find body</source>
        <translation>Körper finden</translation>
    </message>
    <message>
        <source>Proposes the body and its surface.</source>
        <translation>Schlägt den Körper und seine Oberfläche vor.</translation>
    </message>
    <message>
        <source>Tissue above -300 HU in one piece, without the table, filled slice by slice.

Limits: blankets and dressings that lie tightly on the skin are taken for body; an image that does not show the skin all round is cut off at its edge and rated lower.</source>
        <translation>Gewebe über -300 HU in einem Stück, ohne den Tisch, Schicht für Schicht gefüllt.

Grenzen: Decken und Verbände, die eng auf der Haut liegen, gelten als Körper; ein Bild, das die Haut nicht ringsum zeigt, wird an seinem Rand abgeschnitten und niedriger bewertet.</translation>
    </message>
    <message>
        <source>Anatomy</source>
        <translation>Anatomie</translation>
    </message>
    <message>
        <source>The CT series to look at, in Hounsfield units.</source>
        <translation>Die zu untersuchende CT-Serie in Hounsfield-Einheiten.</translation>
    </message>
    <message>
        <source>CT</source>
        <translation>CT</translation>
    </message>
    <message>
        <source>Overwrite structures that a person has confirmed or edited.</source>
        <translation>Überschreibt Strukturen, die eine Person bestätigt oder bearbeitet hat.</translation>
    </message>
    <message>
        <source>Replace checked structures</source>
        <translation>Geprüfte Strukturen ersetzen</translation>
    </message>
    <message>
        <source>Find bones</source>
        <translation>Knochen finden</translation>
    </message>
    <message>
        <source>Proposes the skeleton as one structure.</source>
        <translation>Schlägt das Skelett als eine Struktur vor.</translation>
    </message>
    <message>
        <source>Voxels over 175 HU that hang together with cortical bone (over 300 HU), if they belong to the vertebral column or are thin and lie near the surface; marrow is filled, the spinal canal is not. The aorta is traced first and left out. The border is then moved to the half-way value between cortex and what lies beside it.

Limits: made for the portal venous phase; an arterial aorta brighter than marrow may stay. Cartilage without calcium is left out.</source>
        <translation>Voxel über 175 HU, die mit Kortikalis (über 300 HU) zusammenhängen, sofern sie zur Wirbelsäule gehören oder dünn sind und nahe der Oberfläche liegen; Knochenmark wird gefüllt, der Spinalkanal nicht. Die Aorta wird zuerst verfolgt und ausgelassen. Der Rand wird danach auf den halben Wert zwischen Kortikalis und ihrer Umgebung verschoben.

Grenzen: für die portalvenöse Phase gemacht; eine arterielle Aorta, die heller ist als Knochenmark, kann stehen bleiben. Knorpel ohne Kalk wird ausgelassen.</translation>
    </message>
    <message>
        <source>The body; bone is looked for inside.</source>
        <translation>Der Körper; Knochen werden darin gesucht.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Körper</translation>
    </message>
    <message>
        <source>Find liver lesions</source>
        <translation>Leberläsionen finden</translation>
    </message>
    <message>
        <source>Proposes compact parts of the liver that are darker than its parenchyma.</source>
        <translation>Schlägt kompakte Teile der Leber vor, die dunkler sind als ihr Parenchym.</translation>
    </message>
    <message>
        <source>Inside the given liver, holes filled, without the given vessels: values smoothed by 1.5 mm within the liver only, parts that lie well under the median of the parenchyma, cut halfway between their value and the parenchyma's, calcium in them taken along, opened, at least 0.3 mL, not tube-shaped, and not flat along the liver's border. At most 10, by size.

Limits: for the portal venous phase; set up on a phantom and one patient. Lesions brighter than or like the parenchyma, and those under 0.3 mL, are missed; so is what the given liver leaves out at its edge. Cysts, focal fat and unenhanced vessels may be taken for lesions, and outlines are often tighter than drawn ones. Nothing here says what a lesion is: every result is a proposal to be checked.</source>
        <translation>In der gegebenen Leber, Löcher gefüllt, ohne die gegebenen Gefäße: Werte nur innerhalb der Leber um 1.5 mm geglättet; Teile, die deutlich unter dem Median des Parenchyms liegen, auf halbem Wert zwischen sich und dem Parenchym begrenzt, Kalk darin mitgenommen, geöffnet, mindestens 0.3 mL, nicht röhrenförmig und nicht flach am Leberrand. Höchstens 10, nach Größe.

Grenzen: für die portalvenöse Phase; an einem Phantom und einem Patienten eingestellt. Läsionen, die heller als das Parenchym oder ihm gleich sind, und solche unter 0.3 mL werden übersehen; ebenso, was die gegebene Leber an ihrem Rand auslässt. Zysten, fokale Verfettung und nicht kontrastierte Gefäße können für Läsionen gehalten werden, und die Umrisse sind oft enger als gezeichnete. Nichts hier sagt, was eine Läsion ist: Jedes Ergebnis ist ein Vorschlag, der zu prüfen ist.</translation>
    </message>
    <message>
        <source>The portal venous CT, in Hounsfield units.</source>
        <translation>Das portalvenöse CT in Hounsfield-Einheiten.</translation>
    </message>
    <message>
        <source>Lesions are looked for inside, tumours too.</source>
        <translation>Läsionen werden darin gesucht, auch Tumoren.</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Leber</translation>
    </message>
    <message>
        <source>Vessels of the liver: left out.</source>
        <translation>Gefäße der Leber: werden ausgelassen.</translation>
    </message>
    <message>
        <source>Vessels</source>
        <translation>Gefäße</translation>
    </message>
    <message>
        <source>Find liver vessels</source>
        <translation>Lebergefäße finden</translation>
    </message>
    <message>
        <source>Proposes the enhanced vessels inside the liver.</source>
        <translation>Schlägt die kontrastierten Gefäße in der Leber vor.</translation>
    </message>
    <message>
        <source>Bright tubes by the eigenvalues of the Hessian (Frangi 1998) together with their brightness over the parenchyma; specks under 0.1 mL are dropped.

Limits: portal and hepatic veins are not told apart; vessels thinner than about two voxels and unenhanced ones are missed.</source>
        <translation>Helle Röhren nach den Eigenwerten der Hesse-Matrix (Frangi 1998), zusammen mit ihrer Helligkeit gegenüber dem Parenchym; Flecken unter 0.1 mL werden verworfen.

Grenzen: Pfortader und Lebervenen werden nicht unterschieden; Gefäße, die dünner als etwa zwei Voxel sind, und nicht kontrastierte werden übersehen.</translation>
    </message>
    <message>
        <source>Vessels are looked for inside.</source>
        <translation>Gefäße werden darin gesucht.</translation>
    </message>
    <message>
        <source>Find lungs</source>
        <translation>Lungen finden</translation>
    </message>
    <message>
        <source>Proposes the left and right lung.</source>
        <translation>Schlägt die linke und die rechte Lunge vor.</translation>
    </message>
    <message>
        <source>Parts of the body under -400 HU whose median lies between -950 and -500 HU, which gas in the bowel does not; vessels within are filled. Left and right are told by the vertebral column.

Limits: large consolidations and effusions are left out.</source>
        <translation>Teile des Körpers unter -400 HU, deren Median zwischen -950 und -500 HU liegt, was für Gas im Darm nicht gilt; Gefäße darin werden gefüllt. Links und rechts werden an der Wirbelsäule unterschieden.

Grenzen: Große Konsolidierungen und Ergüsse werden ausgelassen.</translation>
    </message>
    <message>
        <source>The body; lungs are looked for inside.</source>
        <translation>Der Körper; die Lungen werden darin gesucht.</translation>
    </message>
    <message>
        <source>Find abdominal organs</source>
        <translation>Bauchorgane finden</translation>
    </message>
    <message>
        <source>Proposes liver, spleen, kidneys, aorta and vena cava in a CT with contrast, and hollow organs that show.</source>
        <translation>Schlägt in einem CT mit Kontrastmittel Leber, Milz, Nieren, Aorta und Vena cava vor, dazu Hohlorgane, die sich zeigen.</translation>
    </message>
    <message>
        <source>Kidneys: the lowest limit at which a bright part beside the column has the size and place of a kidney. Vessels: the best path of bright discs in front of the column. Liver and spleen: the attenuation under the diaphragm, opened until it no longer leaks, lesions and vessels enclosed by it filled. Borders are then moved to where the full image has them by a local intensity model (Lankton and Tannenbaum 2008). Stomach, colon and small bowel are proposed where they hold gas, with their wall and the content next to it, and are named by their place; the gallbladder as bile under the liver.

Limits: hollow organs are rough obstacles, and gut without gas is not found; made for the portal venous phase of adults with ordinary anatomy; without contrast the kidneys and vessels are not found. Every result is a proposal to be checked.</source>
        <translation>Nieren: die niedrigste Schwelle, bei der ein heller Teil neben der Wirbelsäule Größe und Ort einer Niere hat. Gefäße: der beste Weg heller Scheiben vor der Wirbelsäule. Leber und Milz: die Dichte unter dem Zwerchfell, geöffnet, bis nichts mehr ausläuft; von ihr umschlossene Läsionen und Gefäße gefüllt. Die Ränder werden danach mit einem lokalen Intensitätsmodell (Lankton und Tannenbaum 2008) dorthin verschoben, wo das volle Bild sie hat. Magen, Kolon und Dünndarm werden vorgeschlagen, wo sie Gas enthalten, mit ihrer Wand und dem angrenzenden Inhalt, und nach ihrem Ort benannt; die Gallenblase als Galle unter der Leber.

Grenzen: Hohlorgane sind grobe Hindernisse, und Darm ohne Gas wird nicht gefunden; gemacht für die portalvenöse Phase von Erwachsenen mit gewöhnlicher Anatomie; ohne Kontrastmittel werden Nieren und Gefäße nicht gefunden. Jedes Ergebnis ist ein Vorschlag, der zu prüfen ist.</translation>
    </message>
    <message>
        <source>The body.</source>
        <translation>Der Körper.</translation>
    </message>
    <message>
        <source>The skeleton: says where the column runs.</source>
        <translation>Das Skelett: sagt, wo die Wirbelsäule verläuft.</translation>
    </message>
    <message>
        <source>Bones</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Says where the diaphragm is.</source>
        <translation>Sagt, wo das Zwerchfell ist.</translation>
    </message>
    <message>
        <source>Left lung</source>
        <translation>Linke Lunge</translation>
    </message>
    <message>
        <source>Right lung</source>
        <translation>Rechte Lunge</translation>
    </message>
    <message>
        <source>Acknowledge a finding</source>
        <translation>Befund anerkennen</translation>
    </message>
    <message>
        <source>Records that a person goes on in spite of a finding, and why.</source>
        <translation>Hält fest, dass eine Person trotz eines Befundes fortfährt, und warum.</translation>
    </message>
    <message>
        <source>A warning or stop of the input gate or of a plan is mended, or acknowledged with a reason that the report prints with the name and the time. An acknowledged stop no longer blocks.

Acknowledging changes no number and makes nothing stale. It holds for the finding as it stands: when the object is made again, its findings are new and open. A note needs no answer. What an operation says before it runs cannot be acknowledged, only mended.</source>
        <translation>Eine Warnung oder ein Stopp der Eingangsprüfung oder eines Plans wird behoben oder mit einer Begründung anerkannt, die der Bericht mit Name und Zeit druckt. Ein anerkannter Stopp sperrt nicht mehr.

Das Anerkennen ändert keine Zahl und macht nichts veraltet. Es gilt für den Befund, wie er dasteht: Wird das Objekt neu erzeugt, sind seine Befunde neu und offen. Ein Hinweis braucht keine Antwort. Was eine Operation sagt, bevor sie läuft, kann nicht anerkannt, sondern nur behoben werden.</translation>
    </message>
    <message>
        <source>Which one, as 'pollux show CASE OBJECT' names it, for instance ct/geometry.gap.</source>
        <translation>Welcher, so wie 'pollux show CASE OBJECT' ihn nennt, zum Beispiel ct/geometry.gap.</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Why one may go on; the report prints it.</source>
        <translation>Warum man fortfahren darf; der Bericht druckt es.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Name or initials of the person; empty takes the name the program runs under.</source>
        <translation>Name oder Kürzel der Person; leer nimmt den Namen, unter dem das Programm läuft.</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>Anerkannt von</translation>
    </message>
    <message>
        <source>Confirm structures</source>
        <translation>Strukturen bestätigen</translation>
    </message>
    <message>
        <source>Records that a person has checked structures.</source>
        <translation>Hält fest, dass eine Person Strukturen geprüft hat.</translation>
    </message>
    <message>
        <source>A proposal of an algorithm is only a proposal until a person has looked at it. Plans name the state of every structure they used.

Confirming changes no voxel and makes nothing stale.</source>
        <translation>Der Vorschlag eines Algorithmus ist nur ein Vorschlag, bis eine Person ihn angesehen hat. Pläne nennen den Stand jeder Struktur, die sie benutzt haben.

Das Bestätigen ändert kein Voxel und macht nichts veraltet.</translation>
    </message>
    <message>
        <source>Which structures; all if none is named.</source>
        <translation>Welche Strukturen; alle, wenn keine genannt ist.</translation>
    </message>
    <message>
        <source>What to record.</source>
        <translation>Was festgehalten wird.</translation>
    </message>
    <message>
        <source>Name or initials of the person.</source>
        <translation>Name oder Kürzel der Person.</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Bestätigt von</translation>
    </message>
    <message>
        <source>Set landmark</source>
        <translation>Landmarke setzen</translation>
    </message>
    <message>
        <source>Puts a named point into the case.</source>
        <translation>Legt einen benannten Punkt in den Fall.</translation>
    </message>
    <message>
        <source>A landmark is a point in patient coordinates (LPS, mm).</source>
        <translation>Eine Landmarke ist ein Punkt in Patientenkoordinaten (LPS, mm).</translation>
    </message>
    <message>
        <source>What the point is called; its id is made from it.</source>
        <translation>Wie der Punkt heißt; seine Kennung wird daraus gebildet.</translation>
    </message>
    <message>
        <source>Patient coordinates, LPS.</source>
        <translation>Patientenkoordinaten, LPS.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Remove object</source>
        <translation>Objekt entfernen</translation>
    </message>
    <message>
        <source>Takes an object out of the case.</source>
        <translation>Nimmt ein Objekt aus dem Fall.</translation>
    </message>
    <message>
        <source>What stood on it turns stale. Undo brings it back.</source>
        <translation>Was darauf beruhte, wird veraltet. Rückgängig bringt es zurück.</translation>
    </message>
    <message>
        <source>Ids of the objects to remove.</source>
        <translation>Kennungen der Objekte, die entfernt werden.</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Rename structure</source>
        <translation>Struktur umbenennen</translation>
    </message>
    <message>
        <source>Gives a structure another name or anatomy.</source>
        <translation>Gibt einer Struktur einen anderen Namen oder eine andere Anatomie.</translation>
    </message>
    <message>
        <source>The id stays. A changed anatomy changes what a planner takes the structure for.</source>
        <translation>Die Kennung bleibt. Eine geänderte Anatomie ändert, wofür ein Planer die Struktur hält.</translation>
    </message>
    <message>
        <source>Which one.</source>
        <translation>Welche.</translation>
    </message>
    <message>
        <source>New name; empty keeps it.</source>
        <translation>Neuer Name; leer behält ihn.</translation>
    </message>
    <message>
        <source>Key of the anatomy table ('portal_vein'); empty keeps it.</source>
        <translation>Schlüssel der Anatomietabelle ('portal_vein'); leer behält ihn.</translation>
    </message>
    <message>
        <source>Paints or erases along a stroke, with a ball or with a disc in a plane.</source>
        <translation>Malt oder radiert entlang eines Strichs, mit einer Kugel oder einer Scheibe in einer Ebene.</translation>
    </message>
    <message>
        <source>Every voxel whose centre lies within the radius of the stroke is under the brush; the stroke is swept along straight lines between its points, in millimetres, so thick and oblique slices are treated right.

The structure counts as edited from then on. Its surface, centrelines and measures turn stale and follow when the case is rebuilt.</source>
        <translation>Jedes Voxel, dessen Mitte innerhalb des Radius um den Strich liegt, ist unter dem Pinsel; der Strich wird in Millimetern entlang gerader Linien zwischen seinen Punkten gezogen, sodass dicke und schräge Schichten richtig behandelt werden.

Die Struktur gilt von da an als bearbeitet. Ihre Oberfläche, Mittellinien und Maße werden veraltet und folgen, wenn der Fall neu gerechnet wird.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>What to change; empty for a new structure.</source>
        <translation>Was geändert wird; leer für eine neue Struktur.</translation>
    </message>
    <message>
        <source>Name of the new structure, if none is chosen to be changed.</source>
        <translation>Name der neuen Struktur, wenn keine zum Ändern gewählt ist.</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>The image that a new structure lies on, and whose values count.</source>
        <translation>Das Bild, auf dem eine neue Struktur liegt und dessen Werte gelten.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Where the brush was, in patient coordinates (LPS).</source>
        <translation>Wo der Pinsel war, in Patientenkoordinaten (LPS).</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Strich</translation>
    </message>
    <message>
        <source>ball</source>
        <translation>Kugel</translation>
    </message>
    <message>
        <source>disc</source>
        <translation>Scheibe</translation>
    </message>
    <message>
        <source>A ball, or a disc in the plane of the view.</source>
        <translation>Eine Kugel oder eine Scheibe in der Ebene der Ansicht.</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Of the ball or disc.</source>
        <translation>Der Kugel oder Scheibe.</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radius</translation>
    </message>
    <message>
        <source>Of the disc's plane; not used by a ball.</source>
        <translation>Der Ebene der Scheibe; bei einer Kugel nicht benutzt.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Of the disc; 0 means the voxels that the plane cuts.</source>
        <translation>Der Scheibe; 0 bedeutet die Voxel, die die Ebene schneidet.</translation>
    </message>
    <message>
        <source>add</source>
        <translation>hinzufügen</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>Add the voxels, remove them, or keep only them.</source>
        <translation>Die Voxel hinzufügen, entfernen oder nur sie behalten.</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Change only voxels whose value lies in the range.</source>
        <translation>Nur Voxel ändern, deren Wert im Bereich liegt.</translation>
    </message>
    <message>
        <source>Only values between</source>
        <translation>Nur Werte zwischen</translation>
    </message>
    <message>
        <source>Smallest value that may change, in the unit of the image.</source>
        <translation>Kleinster Wert, der sich ändern darf, in der Einheit des Bildes.</translation>
    </message>
    <message>
        <source>Lowest value</source>
        <translation>Unterster Wert</translation>
    </message>
    <message>
        <source>Largest value that may change, in the unit of the image.</source>
        <translation>Größter Wert, der sich ändern darf, in der Einheit des Bildes.</translation>
    </message>
    <message>
        <source>Highest value</source>
        <translation>Oberster Wert</translation>
    </message>
    <message>
        <source>Change only voxels of this structure.</source>
        <translation>Nur Voxel dieser Struktur ändern.</translation>
    </message>
    <message>
        <source>Only within</source>
        <translation>Nur innerhalb</translation>
    </message>
    <message>
        <source>Structures that the edit may meet.</source>
        <translation>Strukturen, auf die die Bearbeitung treffen kann.</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>stay</source>
        <translation>bleiben</translation>
    </message>
    <message>
        <source>give-way</source>
        <translation>weichen</translation>
    </message>
    <message>
        <source>Neighbours keep their voxels, or lose what is added.</source>
        <translation>Nachbarn behalten ihre Voxel oder verlieren, was hinzukommt.</translation>
    </message>
    <message>
        <source>Where they meet</source>
        <translation>Wo sie sich treffen</translation>
    </message>
    <message>
        <source>Cut by a plane</source>
        <translation>Mit einer Ebene schneiden</translation>
    </message>
    <message>
        <source>Cuts a branch off a vessel, or a structure in two.</source>
        <translation>Schneidet einen Ast von einem Gefäß ab oder eine Struktur entzwei.</translation>
    </message>
    <message>
        <source>Branch: only the connected cross-section at the point is cut, other branches that the plane meets stay whole; a loop cannot be cut at one place. Plane: everything in front of the plane is cut off. What is cut off becomes a structure of its own.</source>
        <translation>Ast: Nur der zusammenhängende Querschnitt am Punkt wird geschnitten, andere Äste, die die Ebene trifft, bleiben ganz; eine Schleife lässt sich nicht an einer Stelle durchtrennen. Ebene: Alles vor der Ebene wird abgeschnitten. Was abgeschnitten wird, wird eine eigene Struktur.</translation>
    </message>
    <message>
        <source>What to change.</source>
        <translation>Was geändert wird.</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>Ast</translation>
    </message>
    <message>
        <source>plane</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>One branch, or the whole plane.</source>
        <translation>Ein Ast oder die ganze Ebene.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>On the plane, in patient coordinates (LPS); on the branch to be cut.</source>
        <translation>Auf der Ebene, in Patientenkoordinaten (LPS); auf dem Ast, der abgeschnitten wird.</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Of the plane; points to what is cut off.</source>
        <translation>Der Ebene; zeigt zu dem, was abgeschnitten wird.</translation>
    </message>
    <message>
        <source>Of what is cut off; empty: the structure's with '(cut)'.</source>
        <translation>Dessen, was abgeschnitten wird; leer: der Name der Struktur mit '(cut)'.</translation>
    </message>
    <message>
        <source>Name of the part</source>
        <translation>Name des Teils</translation>
    </message>
    <message>
        <source>Fill between slices</source>
        <translation>Zwischen Schichten füllen</translation>
    </message>
    <message>
        <source>Fills the empty slices between painted ones.</source>
        <translation>Füllt die leeren Schichten zwischen bemalten.</translation>
    </message>
    <message>
        <source>Shape-based interpolation: the signed distance to the border is interpolated between painted slices (Raya and Udupa 1990) after the shapes have been moved onto the line between their centres (Herman, Zheng and Bucholtz 1992). Painted slices stay as they are; what has no partner in the next painted slice ends where it is.</source>
        <translation>Formbasierte Interpolation: Der vorzeichenbehaftete Abstand zum Rand wird zwischen bemalten Schichten interpoliert (Raya und Udupa 1990), nachdem die Formen auf die Linie zwischen ihren Mittelpunkten geschoben wurden (Herman, Zheng und Bucholtz 1992). Bemalte Schichten bleiben, wie sie sind; was in der nächsten bemalten Schicht keinen Partner hat, endet, wo es ist.</translation>
    </message>
    <message>
        <source>axial</source>
        <translation>axial</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>sagittal</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>koronal</translation>
    </message>
    <message>
        <source>Which way the painted slices lie.</source>
        <translation>Wie die bemalten Schichten liegen.</translation>
    </message>
    <message>
        <source>Painted slices</source>
        <translation>Bemalte Schichten</translation>
    </message>
    <message>
        <source>Grow from seeds</source>
        <translation>Aus Keimen wachsen</translation>
    </message>
    <message>
        <source>Painted seeds grow over the image until they meet.</source>
        <translation>Gemalte Keime wachsen über das Bild, bis sie sich treffen.</translation>
    </message>
    <message>
        <source>Every voxel goes to the seed with the cheapest path to it, where a step costs the difference of the values and a little for its length: what GrowCut converges to, in one pass (Zhu, Kolesov, Gao, Kikinis and Tannenbaum 2014). Paint a seed for the background as well. Each result is called after its seed and is a proposal.</source>
        <translation>Jedes Voxel geht an den Keim mit dem günstigsten Weg zu ihm, wobei ein Schritt den Unterschied der Werte kostet und ein wenig für seine Länge: wohin GrowCut konvergiert, in einem Durchgang (Zhu, Kolesov, Gao, Kikinis und Tannenbaum 2014). Malen Sie auch einen Keim für den Hintergrund. Jedes Ergebnis heißt nach seinem Keim und ist ein Vorschlag.</translation>
    </message>
    <message>
        <source>The image to grow over.</source>
        <translation>Das Bild, über das gewachsen wird.</translation>
    </message>
    <message>
        <source>Two structures or more to start from.</source>
        <translation>Zwei oder mehr Strukturen, von denen ausgegangen wird.</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Keime</translation>
    </message>
    <message>
        <source>What one mm costs, in units of the image; the more, the rather the nearest seed wins.</source>
        <translation>Was ein mm kostet, in Einheiten des Bildes; je mehr, desto eher gewinnt der nächste Keim.</translation>
    </message>
    <message>
        <source>Locality</source>
        <translation>Ortsbindung</translation>
    </message>
    <message>
        <source>Standard deviation of the smoothing of the image first: noise adds to the cost of a way.</source>
        <translation>Standardabweichung der vorherigen Glättung des Bildes: Rauschen verteuert einen Weg.</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>How far beyond the box of all seeds it may grow.</source>
        <translation>Wie weit über den Quader aller Keime hinaus gewachsen werden darf.</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Only these voxels are given out.</source>
        <translation>Nur diese Voxel werden vergeben.</translation>
    </message>
    <message>
        <source>Hollow</source>
        <translation>Aushöhlen</translation>
    </message>
    <message>
        <source>Leaves only the wall of a structure.</source>
        <translation>Lässt nur die Wand einer Struktur stehen.</translation>
    </message>
    <message>
        <source>The voxels within the thickness of the border, inside, outside or half each. A wall thinner than a voxel is still closed.</source>
        <translation>Die Voxel innerhalb der Dicke um den Rand: innen, außen oder je zur Hälfte. Eine Wand, die dünner als ein Voxel ist, bleibt dennoch geschlossen.</translation>
    </message>
    <message>
        <source>Of the wall.</source>
        <translation>Der Wand.</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>innen</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>außen</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>mittig</translation>
    </message>
    <message>
        <source>Where it lies about the border.</source>
        <translation>Wo sie zum Rand liegt.</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Wand</translation>
    </message>
    <message>
        <source>Islands</source>
        <translation>Inseln</translation>
    </message>
    <message>
        <source>Keeps or removes connected parts of a structure.</source>
        <translation>Behält oder entfernt zusammenhängende Teile einer Struktur.</translation>
    </message>
    <message>
        <source>Parts hang together through faces, edges and corners of voxels (26 neighbours). 'at' means the part nearest to the point, at most 20 mm away.</source>
        <translation>Teile hängen über Flächen, Kanten und Ecken der Voxel zusammen (26 Nachbarn). 'at' meint den Teil, der dem Punkt am nächsten liegt, höchstens 20 mm entfernt.</translation>
    </message>
    <message>
        <source>keep-largest</source>
        <translation>größte behalten</translation>
    </message>
    <message>
        <source>remove-small</source>
        <translation>kleine entfernen</translation>
    </message>
    <message>
        <source>keep-at</source>
        <translation>Teil am Punkt behalten</translation>
    </message>
    <message>
        <source>remove-at</source>
        <translation>Teil am Punkt entfernen</translation>
    </message>
    <message>
        <source>Which parts stay.</source>
        <translation>Welche Teile bleiben.</translation>
    </message>
    <message>
        <source>Smaller parts go (remove-small).</source>
        <translation>Kleinere Teile werden entfernt (remove-small).</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>In or near the part meant (keep-at, remove-at).</source>
        <translation>Im gemeinten Teil oder nahe daran (keep-at, remove-at).</translation>
    </message>
    <message>
        <source>Level tracing</source>
        <translation>Isolinie verfolgen</translation>
    </message>
    <message>
        <source>Adds or removes the area inside the line of equal value through a point of a slice.</source>
        <translation>Fügt die Fläche innerhalb der Linie gleichen Werts durch einen Punkt einer Schicht hinzu oder entfernt sie.</translation>
    </message>
    <message>
        <source>The line runs where the interpolated image has the value of the point (marching squares) and closes along the border of the image.

The structure counts as edited from then on. Its surface, centrelines and measures turn stale and follow when the case is rebuilt.</source>
        <translation>Die Linie verläuft, wo das interpolierte Bild den Wert des Punktes hat (Marching Squares), und schließt sich entlang des Bildrands.

Die Struktur gilt von da an als bearbeitet. Ihre Oberfläche, Mittellinien und Maße werden veraltet und folgen, wenn der Fall neu gerechnet wird.</translation>
    </message>
    <message>
        <source>A point on the border to be traced, in patient coordinates (LPS).</source>
        <translation>Ein Punkt auf dem Rand, der verfolgt wird, in Patientenkoordinaten (LPS).</translation>
    </message>
    <message>
        <source>Of the slice.</source>
        <translation>Der Schicht.</translation>
    </message>
    <message>
        <source>Grows or shrinks a structure by a distance in mm.</source>
        <translation>Lässt eine Struktur um einen Abstand in mm wachsen oder schrumpfen.</translation>
    </message>
    <message>
        <source>Euclidean offset of the border, by an exact distance map; the border lies half a voxel beyond the outermost voxel centres, so the new border is right to half a voxel. The end of the image is no border.</source>
        <translation>Euklidische Verschiebung des Rands mit einer exakten Distanzkarte; der Rand liegt ein halbes Voxel außerhalb der äußersten Voxelmitten, der neue Rand ist also auf ein halbes Voxel genau. Das Ende des Bildes ist kein Rand.</translation>
    </message>
    <message>
        <source>Outwards; negative is inwards.</source>
        <translation>Nach außen; negativ ist nach innen.</translation>
    </message>
    <message>
        <source>Adds, removes or keeps what lies inside a closed outline drawn on a view.</source>
        <translation>Fügt hinzu, entfernt oder behält, was in einem geschlossenen Umriss liegt, der auf einer Ansicht gezeichnet ist.</translation>
    </message>
    <message>
        <source>The outline reaches through the body along the view's direction (from the eye of a perspective view, as a cone), through one slice, or to a depth. A voxel is inside if its centre is (non-zero winding).

The structure counts as edited from then on. Its surface, centrelines and measures turn stale and follow when the case is rebuilt.</source>
        <translation>Der Umriss reicht entlang der Blickrichtung durch den Körper (vom Auge einer perspektivischen Ansicht aus als Kegel), durch eine Schicht oder bis zu einer Tiefe. Ein Voxel liegt innen, wenn seine Mitte es tut (Windungszahl ungleich null).

Die Struktur gilt von da an als bearbeitet. Ihre Oberfläche, Mittellinien und Maße werden veraltet und folgen, wenn der Fall neu gerechnet wird.</translation>
    </message>
    <message>
        <source>Closed outline, in patient coordinates (LPS).</source>
        <translation>Geschlossener Umriss, in Patientenkoordinaten (LPS).</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Umriss</translation>
    </message>
    <message>
        <source>Of the view, away from the viewer.</source>
        <translation>Der Ansicht, vom Betrachter weg.</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Where a perspective view is seen from; empty for a parallel one.</source>
        <translation>Von wo eine perspektivische Ansicht gesehen wird; leer bei einer parallelen.</translation>
    </message>
    <message>
        <source>Eye</source>
        <translation>Auge</translation>
    </message>
    <message>
        <source>through</source>
        <translation>hindurch</translation>
    </message>
    <message>
        <source>slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Through everything, one slice of the image, or a depth about the first point.</source>
        <translation>Durch alles, durch eine Schicht des Bildes oder bis zu einer Tiefe um den ersten Punkt.</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Used by the reach 'depth'.</source>
        <translation>Benutzt von der Reichweite 'depth'.</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glätten</translation>
    </message>
    <message>
        <source>Smooths structures; neighbours can stay flush.</source>
        <translation>Glättet Strukturen; Nachbarn können bündig bleiben.</translation>
    </message>
    <message>
        <source>Median: the majority in a ball takes off what is thinner than its radius and keeps flat faces. Together: every voxel goes to the structure whose Gaussian share is largest there (Merriman, Bence and Osher 1994; many phases: Esedoglu and Otto 2015), so what was a partition stays one, and a lesion stays in its organ. 'Compensated' keeps curved borders where they are (2 G - G G).</source>
        <translation>Median: Die Mehrheit in einer Kugel nimmt weg, was dünner als ihr Radius ist, und behält ebene Flächen. Zusammen: Jedes Voxel geht an die Struktur, deren Gauß-Anteil dort am größten ist (Merriman, Bence und Osher 1994; viele Phasen: Esedoglu und Otto 2015); was eine Zerlegung war, bleibt eine, und eine Läsion bleibt in ihrem Organ. 'Compensated' hält gekrümmte Ränder an ihrem Ort (2 G - G G).</translation>
    </message>
    <message>
        <source>What to smooth.</source>
        <translation>Was geglättet wird.</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>together</source>
        <translation>zusammen</translation>
    </message>
    <message>
        <source>together-compensated</source>
        <translation>zusammen, ausgeglichen</translation>
    </message>
    <message>
        <source>Each by itself, or all together.</source>
        <translation>Jede für sich oder alle zusammen.</translation>
    </message>
    <message>
        <source>Radius of the median's ball, or standard deviation of the Gaussian.</source>
        <translation>Radius der Kugel des Medians oder Standardabweichung der Gauß-Funktion.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Split into islands</source>
        <translation>In Inseln teilen</translation>
    </message>
    <message>
        <source>Makes a structure of each connected part.</source>
        <translation>Macht aus jedem zusammenhängenden Teil eine Struktur.</translation>
    </message>
    <message>
        <source>Parts of at least the given volume become structures of their own, largest first; the structure itself stays. 26 neighbours.</source>
        <translation>Teile von mindestens dem gegebenen Volumen werden eigene Strukturen, die größte zuerst; die Struktur selbst bleibt. 26 Nachbarn.</translation>
    </message>
    <message>
        <source>Smaller parts are left out.</source>
        <translation>Kleinere Teile werden ausgelassen.</translation>
    </message>
    <message>
        <source>Smallest volume</source>
        <translation>Kleinstes Volumen</translation>
    </message>
    <message>
        <source>How many parts.</source>
        <translation>Wie viele Teile.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Distance map</source>
        <translation>Distanzkarte</translation>
    </message>
    <message>
        <source>An image of the distance to a structure.</source>
        <translation>Ein Bild des Abstands zu einer Struktur.</translation>
    </message>
    <message>
        <source>Exact Euclidean distance (Felzenszwalb and Huttenlocher 2012) in mm from every voxel to the border of the structure, negative inside. The border lies half a voxel beyond the outermost voxel centres.</source>
        <translation>Exakter euklidischer Abstand (Felzenszwalb und Huttenlocher 2012) in mm von jedem Voxel zum Rand der Struktur, innen negativ. Der Rand liegt ein halbes Voxel außerhalb der äußersten Voxelmitten.</translation>
    </message>
    <message>
        <source>The structure to measure from.</source>
        <translation>Die Struktur, von der gemessen wird.</translation>
    </message>
    <message>
        <source>Name of the image; empty takes the structure's.</source>
        <translation>Name des Bildes; leer nimmt den der Struktur.</translation>
    </message>
    <message>
        <source>Import structures</source>
        <translation>Strukturen importieren</translation>
    </message>
    <message>
        <source>Reads structures that were made elsewhere onto the grid of an image of the case.</source>
        <translation>Liest anderswo gemachte Strukturen auf das Gitter eines Bildes des Falls.</translation>
    </message>
    <message>
        <source>Reads DICOM Segmentation (binary; fractional ones are cut at one half), RT Structure Set (closed planar contours, even-odd rule, voxel centres at whole indices), folders of mask images named by their organ, and NIfTI, NRRD and MetaImage label maps. Names of TotalSegmentator and 3D-IRCADb, and SNOMED CT codes, give each structure its anatomy.

Structures that are only proposed and have the same anatomy are replaced; one that was edited or confirmed never is: the new one then gets an id of its own.

Limits: segmentations of type LABELMAP are refused; contours that do not lie in the slices of the image are left out and named.</source>
        <translation>Liest DICOM Segmentation (binär; fraktionale werden bei ein halb geschnitten), RT Structure Set (geschlossene ebene Konturen, Gerade-Ungerade-Regel, Voxelmitten auf ganzen Indizes), Ordner mit Maskenbildern, die nach ihrem Organ benannt sind, sowie Labelkarten in NIfTI, NRRD und MetaImage. Namen von TotalSegmentator und 3D-IRCADb sowie SNOMED-CT-Codes geben jeder Struktur ihre Anatomie.

Strukturen, die nur vorgeschlagen sind und dieselbe Anatomie haben, werden ersetzt; bearbeitete oder bestätigte nie: Die neue erhält dann eine eigene Kennung.

Grenzen: Segmentierungen vom Typ LABELMAP werden abgelehnt; Konturen, die nicht in den Schichten des Bildes liegen, werden ausgelassen und genannt.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Folder, zip archive or file with the labels.</source>
        <translation>Ordner, Zip-Archiv oder Datei mit den Labels.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>The image whose grid the structures are put on.</source>
        <translation>Das Bild, auf dessen Gitter die Strukturen gelegt werden.</translation>
    </message>
    <message>
        <source>Number in the list of the scan; -1 takes all labels there are.</source>
        <translation>Nummer in der Liste der Durchsicht; -1 nimmt alle vorhandenen Labels.</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Whether the structures are taken as checked by a person.</source>
        <translation>Ob die Strukturen als von einer Person geprüft gelten.</translation>
    </message>
    <message>
        <source>Who checked them, if confirmed; empty stands for those who made the labels.</source>
        <translation>Wer sie geprüft hat, falls bestätigt; leer steht für die, die die Labels gemacht haben.</translation>
    </message>
    <message>
        <source>Replace proposed structures of the same anatomy.</source>
        <translation>Vorgeschlagene Strukturen derselben Anatomie ersetzen.</translation>
    </message>
    <message>
        <source>Replace proposals</source>
        <translation>Vorschläge ersetzen</translation>
    </message>
    <message>
        <source>Names for numbered labels, for instance 1=spleen,5=liver.</source>
        <translation>Namen für nummerierte Labels, zum Beispiel 1=spleen,5=liver.</translation>
    </message>
    <message>
        <source>Label names</source>
        <translation>Namen der Labels</translation>
    </message>
    <message>
        <source>Import study</source>
        <translation>Studie importieren</translation>
    </message>
    <message>
        <source>Reads an image series from a folder, zip archive or file into the case.</source>
        <translation>Liest eine Bildserie aus einem Ordner, Zip-Archiv oder einer Datei in den Fall.</translation>
    </message>
    <message>
        <source>Reads DICOM (CT, MR and others; native, JPEG, JPEG-LS, JPEG 2000, RLE), NIfTI, NRRD and MetaImage. A zip archive is read as it is.

Slices are sorted by their position along the normal of the image plane, never by number. Rescale is applied slice by slice. Missing slices are interpolated, uneven spacing and gantry tilt are resampled to an upright, even grid; each is named in the findings of the volume. CT values below -1024 HU become -1024.

Limits: colour images, film loops, mosaics and High-Throughput JPEG 2000 are refused with a reason. A case holds one patient: a series of another one is refused.</source>
        <translation>Liest DICOM (CT, MR und andere; unkomprimiert, JPEG, JPEG-LS, JPEG 2000, RLE), NIfTI, NRRD und MetaImage. Ein Zip-Archiv wird gelesen, wie es ist.

Schichten werden nach ihrer Position entlang der Normalen der Bildebene sortiert, nie nach Nummer. Die Skalierung wird Schicht für Schicht angewandt. Fehlende Schichten werden interpoliert, ungleiche Abstände und Gantry-Neigung auf ein aufrechtes, gleichmäßiges Gitter umgerechnet; all das steht in den Befunden des Volumens. CT-Werte unter -1024 HU werden zu -1024.

Grenzen: Farbbilder, Filmschleifen, Mosaike und High-Throughput JPEG 2000 werden mit Begründung abgelehnt. Ein Fall enthält einen Patienten: Die Serie eines anderen wird abgelehnt.</translation>
    </message>
    <message>
        <source>Folder, zip archive, DICOMDIR or file.</source>
        <translation>Ordner, Zip-Archiv, DICOMDIR oder Datei.</translation>
    </message>
    <message>
        <source>Number in the list of the scan; -1 takes the best candidate.</source>
        <translation>Nummer in der Liste der Durchsicht; -1 nimmt den besten Kandidaten.</translation>
    </message>
    <message>
        <source>Name of the volume; empty takes the series description.</source>
        <translation>Name des Volumens; leer nimmt die Serienbeschreibung.</translation>
    </message>
    <message>
        <source>as-stated</source>
        <translation>wie angegeben</translation>
    </message>
    <message>
        <source>MR</source>
        <translation>MR</translation>
    </message>
    <message>
        <source>For files that do not say it (NIfTI, NRRD, MetaImage): what the image is. CT means Hounsfield units.</source>
        <translation>Für Dateien, die es nicht sagen (NIfTI, NRRD, MetaImage): was das Bild ist. CT bedeutet Hounsfield-Einheiten.</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>Plan a liver puncture</source>
        <translation>Leberpunktion planen</translation>
    </message>
    <message>
        <source>Finds the straight needle path from skin to target that keeps all limits and scores best, or measures a given one.</source>
        <translation>Findet den geraden Nadelweg von der Haut zum Ziel, der alle Grenzwerte einhält und am besten abschneidet, oder misst einen gegebenen.</translation>
    </message>
    <message>
        <source>A path is marched from every point of the skin that faces the target through a map of labels and distances. Hard limits H1 to H8 block an entry, and the map names the limit and the structure. The entries left are scored by length, nearness to obstacles, angle to the capsule, tilt, liver tissue before the target, small vessels crossed and the healthy liver that a heated zone along the needle burns when it is just large enough for the lesion and its margin. The non-dominated entries are kept; from the best of every zone of skin a local search turns the needle about the target on the exact score, measured on the masks at full resolution, and the best path found is the plan. It is then tried with the target and the direction off.

Method: Baegert, Villard, Soler and Gangi 2007 (Comput Aided Surg 12:82); Seitel 2011 (Med Phys 38:3246); Zhang 2019 (Math Biosci Eng 16:4846).

Limits: straight rigid needle, no breathing, no bending, no pleural recess unless a structure covers it; the heated zone is an ellipsoid of one shape, without vessels that cool it. For a biopsy set the weight of the healthy liver heated to 0. Most thresholds are marked unverified: set your own. Research and teaching only, not for clinical use.</source>
        <translation>Von jedem Punkt der Haut, der dem Ziel zugewandt ist, wird ein Weg durch eine Karte von Labels und Abständen verfolgt. Die harten Grenzwerte H1 bis H8 sperren einen Eintritt, und die Karte nennt Grenzwert und Struktur. Die übrigen Eintritte werden bewertet nach Länge, Nähe zu Hindernissen, Winkel zur Kapsel, Neigung, Lebergewebe vor dem Ziel, gekreuzten kleinen Gefäßen und dem gesunden Lebergewebe, das eine Hitzezone entlang der Nadel verbrennt, wenn sie gerade groß genug für die Läsion und ihren Saum ist. Die nicht dominierten Eintritte werden behalten; vom besten jeder Hautzone aus dreht eine lokale Suche die Nadel um das Ziel nach der exakten Bewertung, gemessen an den Masken in voller Auflösung, und der beste gefundene Weg ist der Plan. Er wird dann mit verfehltem Ziel und verfehlter Richtung erprobt.

Methode: Baegert, Villard, Soler und Gangi 2007 (Comput Aided Surg 12:82); Seitel 2011 (Med Phys 38:3246); Zhang 2019 (Math Biosci Eng 16:4846).

Grenzen: gerade starre Nadel, keine Atmung, keine Biegung, kein Pleurarezessus, sofern ihn keine Struktur abdeckt; die Hitzezone ist ein Ellipsoid von einer Form, ohne kühlende Gefäße. Setzen Sie für eine Biopsie das Gewicht des erhitzten gesunden Lebergewebes auf 0. Die meisten Grenzwerte sind als ungeprüft gekennzeichnet: Setzen Sie Ihre eigenen. Nur für Forschung und Lehre, nicht für den klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>The lesion to reach.</source>
        <translation>Die Läsion, die erreicht werden soll.</translation>
    </message>
    <message>
        <source>Where the tip shall be; default: the lesion's centre.</source>
        <translation>Wo die Spitze liegen soll; Vorgabe: die Mitte der Läsion.</translation>
    </message>
    <message>
        <source>Target point</source>
        <translation>Zielpunkt</translation>
    </message>
    <message>
        <source>If given, this path is measured instead of choosing one; it is moved along the path to the skin.</source>
        <translation>Wenn gegeben, wird dieser Weg gemessen, statt einen zu wählen; er wird entlang des Wegs auf die Haut geschoben.</translation>
    </message>
    <message>
        <source>Entry point</source>
        <translation>Eintrittspunkt</translation>
    </message>
    <message>
        <source>Usable length of the needle: path length plus tip overshoot must not exceed it.</source>
        <translation>Nutzbare Länge der Nadel: Weglänge plus Überstand der Spitze darf sie nicht überschreiten.</translation>
    </message>
    <message>
        <source>Needle shaft</source>
        <translation>Nadelschaft</translation>
    </message>
    <message>
        <source>Vendor shafts of 15 and 20 cm, from memory. Use the data sheet of your device.</source>
        <translation>Schäfte der Hersteller von 15 und 20 cm, aus dem Gedächtnis. Benutzen Sie das Datenblatt Ihres Geräts.</translation>
    </message>
    <message>
        <source>How far the needle's tip goes beyond the target point; that piece is checked like the rest of the path.</source>
        <translation>Wie weit die Nadelspitze über den Zielpunkt hinausgeht; dieses Stück wird wie der übrige Weg geprüft.</translation>
    </message>
    <message>
        <source>Tip beyond the target point</source>
        <translation>Spitze jenseits des Zielpunkts</translation>
    </message>
    <message>
        <source>No source: depends on the device. Use its data sheet.</source>
        <translation>Keine Quelle: hängt vom Gerät ab. Benutzen Sie sein Datenblatt.</translation>
    </message>
    <message>
        <source>Smallest distance from the needle's axis to lung, bowel, stomach, gallbladder, heart, kidney, pancreas, spleen and other organs that are not the target organ.</source>
        <translation>Kleinster Abstand der Nadelachse zu Lunge, Darm, Magen, Gallenblase, Herz, Niere, Pankreas, Milz und anderen Organen, die nicht das Zielorgan sind.</translation>
    </message>
    <message>
        <source>Margin to organs</source>
        <translation>Abstand zu Organen</translation>
    </message>
    <message>
        <source>Concept: Baegert 2007 (Comput Aided Surg 12:82), Seitel 2011 (Med Phys 38:3246). The 5 mm from memory, not read again.</source>
        <translation>Konzept: Baegert 2007 (Comput Aided Surg 12:82), Seitel 2011 (Med Phys 38:3246). Die 5 mm aus dem Gedächtnis, nicht nachgelesen.</translation>
    </message>
    <message>
        <source>Smallest distance from the needle's axis to bone or cartilage, so that needle and hub clear it.</source>
        <translation>Kleinster Abstand der Nadelachse zu Knochen oder Knorpel, damit Nadel und Ansatz frei bleiben.</translation>
    </message>
    <message>
        <source>Margin to bone and cartilage</source>
        <translation>Abstand zu Knochen und Knorpel</translation>
    </message>
    <message>
        <source>Working value of 2 to 3 mm, from memory.</source>
        <translation>Arbeitswert von 2 bis 3 mm, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Smallest distance from the needle's axis to a major vessel: portal and hepatic veins of at least the major calibre, arteries, aorta, vena cava.</source>
        <translation>Kleinster Abstand der Nadelachse zu einem großen Gefäß: Pfortader- und Lebervenenäste von mindestens dem großen Kaliber, Arterien, Aorta, Vena cava.</translation>
    </message>
    <message>
        <source>Margin to major vessels</source>
        <translation>Abstand zu großen Gefäßen</translation>
    </message>
    <message>
        <source>Range of 2 to 5 mm in use, from memory.</source>
        <translation>Gebräuchlicher Bereich von 2 bis 5 mm, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>A portal or hepatic vein branch of at least this diameter counts as major; thinner ones enter the score only.</source>
        <translation>Ein Pfortader- oder Lebervenenast von mindestens diesem Durchmesser gilt als groß; dünnere gehen nur in die Bewertung ein.</translation>
    </message>
    <message>
        <source>Calibre of a major vessel</source>
        <translation>Kaliber eines großen Gefäßes</translation>
    </message>
    <message>
        <source>Heat-sink calibre of the radiofrequency literature (Lu 2002), from memory.</source>
        <translation>Kaliber des Heat-Sink-Effekts aus der Radiofrequenz-Literatur (Lu 2002), aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Smallest angle between the path and the tangent plane of the capsule where the path enters the liver.</source>
        <translation>Kleinster Winkel zwischen dem Weg und der Tangentialebene der Kapsel, wo der Weg in die Leber eintritt.</translation>
    </message>
    <message>
        <source>Angle to the liver capsule</source>
        <translation>Winkel zur Leberkapsel</translation>
    </message>
    <message>
        <source>Seitel, Schumann, Belbachir and others, from memory.</source>
        <translation>Seitel, Schumann, Belbachir und andere, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Smallest length of liver tissue that the path crosses before it reaches the lesion (bleeding, seeding).</source>
        <translation>Kleinste Länge an Lebergewebe, die der Weg durchquert, bevor er die Läsion erreicht (Blutung, Tumorzellverschleppung).</translation>
    </message>
    <message>
        <source>Liver tissue before the target</source>
        <translation>Lebergewebe vor dem Ziel</translation>
    </message>
    <message>
        <source>Clinical practice, from memory.</source>
        <translation>Klinische Praxis, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Greatest angle between the path and the axial plane that gantry or reach allow.</source>
        <translation>Größter Winkel zwischen dem Weg und der axialen Ebene, den Gantry oder Reichweite erlauben.</translation>
    </message>
    <message>
        <source>Cranio-caudal tilt</source>
        <translation>Kraniokaudale Neigung</translation>
    </message>
    <message>
        <source>Range of 30 to 40 degrees, from memory.</source>
        <translation>Bereich von 30 bis 40 Grad, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Greatest angle by which the needle may come from below the horizontal, that is from the side of the table.</source>
        <translation>Größter Winkel, um den die Nadel von unterhalb der Horizontalen kommen darf, also von der Seite des Tisches.</translation>
    </message>
    <message>
        <source>Angle below the horizontal</source>
        <translation>Winkel unter der Horizontalen</translation>
    </message>
    <message>
        <source>No source: a choice of this planner for 'not from the table's side'.</source>
        <translation>Keine Quelle: eine Wahl dieses Planers für 'nicht von der Tischseite'.</translation>
    </message>
    <message>
        <source>Smallest angle between the path and the tangent plane of the skin at the entry.</source>
        <translation>Kleinster Winkel zwischen dem Weg und der Tangentialebene der Haut am Eintritt.</translation>
    </message>
    <message>
        <source>Angle to the skin</source>
        <translation>Winkel zur Haut</translation>
    </message>
    <message>
        <source>Range of 20 to 30 degrees, from memory.</source>
        <translation>Bereich von 20 bis 30 Grad, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Distance from an obstacle at which its share of the risk score has fallen to nothing.</source>
        <translation>Abstand von einem Hindernis, bei dem sein Anteil an der Risikobewertung auf null gefallen ist.</translation>
    </message>
    <message>
        <source>Distance without risk</source>
        <translation>Abstand ohne Risiko</translation>
    </message>
    <message>
        <source>Range of 15 to 20 mm, from memory.</source>
        <translation>Bereich von 15 bis 20 mm, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Below this length of liver tissue before the lesion the score gets worse.</source>
        <translation>Unter dieser Länge an Lebergewebe vor der Läsion wird die Bewertung schlechter.</translation>
    </message>
    <message>
        <source>Preferred liver tissue before the target</source>
        <translation>Bevorzugtes Lebergewebe vor dem Ziel</translation>
    </message>
    <message>
        <source>Clinical practice for subcapsular lesions, from memory.</source>
        <translation>Klinische Praxis bei subkapsulären Läsionen, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Above this length of liver tissue before the lesion the score gets worse.</source>
        <translation>Über dieser Länge an Lebergewebe vor der Läsion wird die Bewertung schlechter.</translation>
    </message>
    <message>
        <source>Long way through liver tissue</source>
        <translation>Langer Weg durch Lebergewebe</translation>
    </message>
    <message>
        <source>No source: a choice of this planner.</source>
        <translation>Keine Quelle: eine Wahl dieses Planers.</translation>
    </message>
    <message>
        <source>Length inside vessels below the major calibre at which the score's share for them is full.</source>
        <translation>Länge in Gefäßen unter dem großen Kaliber, bei der deren Anteil an der Bewertung voll ist.</translation>
    </message>
    <message>
        <source>Way through small vessels</source>
        <translation>Weg durch kleine Gefäße</translation>
    </message>
    <message>
        <source>Semi-axis of the device's ablation zone along the needle. The zone is scaled to the lesion for the score, so there only its shape counts; its size says whether one ablation is enough.</source>
        <translation>Halbachse der Ablationszone des Geräts entlang der Nadel. Für die Bewertung wird die Zone auf die Läsion skaliert, dort zählt also nur ihre Form; ihre Größe sagt, ob eine Ablation genügt.</translation>
    </message>
    <message>
        <source>Heated zone along the needle, half of it</source>
        <translation>Hitzezone entlang der Nadel, die Hälfte davon</translation>
    </message>
    <message>
        <source>Half of 6.5 cm: microwave 2.45 GHz, applicator of 5.7 mm, 150 W, 8 min, in vivo (Hines-Peralta 2006, Radiology 239:94), from memory. Charts from healthy animal liver do not predict patients (Ruiter 2019, PMC6611060): enter the figures of your device.</source>
        <translation>Hälfte von 6.5 cm: Mikrowelle 2.45 GHz, Applikator von 5.7 mm, 150 W, 8 min, in vivo (Hines-Peralta 2006, Radiology 239:94), aus dem Gedächtnis. Tabellen aus gesunder Tierleber sagen Patienten nicht voraus (Ruiter 2019, PMC6611060): Geben Sie die Werte Ihres Geräts ein.</translation>
    </message>
    <message>
        <source>Semi-axis of the device's ablation zone across the needle.</source>
        <translation>Halbachse der Ablationszone des Geräts quer zur Nadel.</translation>
    </message>
    <message>
        <source>Heated zone across the needle, half of it</source>
        <translation>Hitzezone quer zur Nadel, die Hälfte davon</translation>
    </message>
    <message>
        <source>Half of 5.7 cm: the same row as the length of the zone (Hines-Peralta 2006), from memory.</source>
        <translation>Hälfte von 5.7 cm: dieselbe Zeile wie die Länge der Zone (Hines-Peralta 2006), aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Distance from the needle's tip back to the centre of the ablation zone. With a tip overshoot of the same length the zone is centred on the target point.</source>
        <translation>Abstand von der Nadelspitze zurück zur Mitte der Ablationszone. Bei gleich langem Überstand der Spitze ist die Zone auf den Zielpunkt zentriert.</translation>
    </message>
    <message>
        <source>Centre of the heated zone behind the tip</source>
        <translation>Mitte der Hitzezone hinter der Spitze</translation>
    </message>
    <message>
        <source>No source: depends on the device. Use its data sheet, and set the tip overshoot with it.</source>
        <translation>Keine Quelle: hängt vom Gerät ab. Benutzen Sie sein Datenblatt, und stellen Sie den Überstand der Spitze danach ein.</translation>
    </message>
    <message>
        <source>Factor on both semi-axes: 1 if they were measured in vivo, less if the chart is one of excised liver.</source>
        <translation>Faktor auf beide Halbachsen: 1, wenn sie in vivo gemessen wurden, weniger, wenn die Tabelle von exzidierter Leber stammt.</translation>
    </message>
    <message>
        <source>Heated zone in vivo to chart</source>
        <translation>Hitzezone in vivo zur Tabelle</translation>
    </message>
    <message>
        <source>The default semi-axes are in vivo. For a chart of excised liver 0.69 to 0.70 in diameter, computed from the in vivo and ex vivo volumes of two radiofrequency electrodes (PMC4628443).</source>
        <translation>Die vorgegebenen Halbachsen sind in vivo. Für eine Tabelle von exzidierter Leber 0.69 bis 0.70 im Durchmesser, berechnet aus den In-vivo- und Ex-vivo-Volumina zweier Radiofrequenz-Elektroden (PMC4628443).</translation>
    </message>
    <message>
        <source>Liver within this distance of the lesion must lie inside the ablation zone, too.</source>
        <translation>Auch Lebergewebe innerhalb dieses Abstands von der Läsion muss in der Ablationszone liegen.</translation>
    </message>
    <message>
        <source>Margin to heat around the lesion</source>
        <translation>Zu erhitzender Saum um die Läsion</translation>
    </message>
    <message>
        <source>No local progression at a least margin of 3 mm or more (Laimer 2021, PMC8379110), of 4 or 5 mm by two programs (Laimer 2025, Eur Radiol 35:1046); read in abstracts.</source>
        <translation>Keine lokale Progression bei einem kleinsten Saum von 3 mm oder mehr (Laimer 2021, PMC8379110), von 4 oder 5 mm nach zwei Programmen (Laimer 2025, Eur Radiol 35:1046); in Abstracts gelesen.</translation>
    </message>
    <message>
        <source>Greatest number of times that the path may cross the liver capsule; 1 means no exit and re-entry.</source>
        <translation>Größte Zahl, wie oft der Weg die Leberkapsel kreuzen darf; 1 bedeutet keinen Aus- und Wiedereintritt.</translation>
    </message>
    <message>
        <source>Capsule crossings</source>
        <translation>Kapselkreuzungen</translation>
    </message>
    <message>
        <source>supine</source>
        <translation>Rückenlage</translation>
    </message>
    <message>
        <source>prone</source>
        <translation>Bauchlage</translation>
    </message>
    <message>
        <source>left side down</source>
        <translation>Linksseitenlage</translation>
    </message>
    <message>
        <source>right side down</source>
        <translation>Rechtsseitenlage</translation>
    </message>
    <message>
        <source>Which side lies on the table: the needle cannot come from there.</source>
        <translation>Welche Seite auf dem Tisch liegt: Von dort kann die Nadel nicht kommen.</translation>
    </message>
    <message>
        <source>Position of the patient</source>
        <translation>Lage des Patienten</translation>
    </message>
    <message>
        <source>How far the tip may miss the target point when a path is tried for robustness.</source>
        <translation>Wie weit die Spitze den Zielpunkt verfehlen darf, wenn ein Weg auf Robustheit erprobt wird.</translation>
    </message>
    <message>
        <source>Placement error to withstand</source>
        <translation>Zu verkraftender Platzierungsfehler</translation>
    </message>
    <message>
        <source>At or above the mean errors of guided punctures: Endosight clinical 3.4 mm (Cancers 14:1312), pig 3.9 mm (PMC6092730), pigs with a motion model about 5 mm (Li 2019, CVM 5:363); read in abstracts.</source>
        <translation>Mindestens die mittleren Fehler geführter Punktionen: Endosight klinisch 3.4 mm (Cancers 14:1312), Schwein 3.9 mm (PMC6092730), Schweine mit Bewegungsmodell etwa 5 mm (Li 2019, CVM 5:363); in Abstracts gelesen.</translation>
    </message>
    <message>
        <source>By how much the needle's direction may be off at the skin when a path is tried for robustness.</source>
        <translation>Um wie viel die Richtung der Nadel an der Haut abweichen darf, wenn ein Weg auf Robustheit erprobt wird.</translation>
    </message>
    <message>
        <source>Angle error to withstand</source>
        <translation>Zu verkraftender Winkelfehler</translation>
    </message>
    <message>
        <source>Share of this criterion in the score.</source>
        <translation>Anteil dieses Kriteriums an der Bewertung.</translation>
    </message>
    <message>
        <source>Weight: short path</source>
        <translation>Gewicht: kurzer Weg</translation>
    </message>
    <message>
        <source>No source: a choice of this planner</source>
        <translation>Keine Quelle: eine Wahl dieses Planers</translation>
    </message>
    <message>
        <source>Weight: far from obstacles</source>
        <translation>Gewicht: fern von Hindernissen</translation>
    </message>
    <message>
        <source>Weight: steep to the capsule</source>
        <translation>Gewicht: steil zur Kapsel</translation>
    </message>
    <message>
        <source>Weight: in the axial plane</source>
        <translation>Gewicht: in der axialen Ebene</translation>
    </message>
    <message>
        <source>Weight: liver tissue before the target</source>
        <translation>Gewicht: Lebergewebe vor dem Ziel</translation>
    </message>
    <message>
        <source>Weight: few small vessels</source>
        <translation>Gewicht: wenige kleine Gefäße</translation>
    </message>
    <message>
        <source>Weight: little healthy liver heated</source>
        <translation>Gewicht: wenig gesundes Lebergewebe erhitzt</translation>
    </message>
    <message>
        <source>Weight: near a cardinal plane</source>
        <translation>Gewicht: nahe einer Hauptebene</translation>
    </message>
    <message>
        <source>Leave out structures that nobody has confirmed; the path may then cross them.</source>
        <translation>Lässt Strukturen aus, die niemand bestätigt hat; der Weg kann sie dann kreuzen.</translation>
    </message>
    <message>
        <source>Only confirmed structures</source>
        <translation>Nur bestätigte Strukturen</translation>
    </message>
    <message>
        <source>Voxel size of the map that is searched; the chosen path is measured at full resolution.</source>
        <translation>Voxelgröße der durchsuchten Karte; der gewählte Weg wird in voller Auflösung gemessen.</translation>
    </message>
    <message>
        <source>Spacing of the map</source>
        <translation>Abstand der Karte</translation>
    </message>
    <message>
        <source>Name of the plan.</source>
        <translation>Name des Plans.</translation>
    </message>
    <message>
        <source>Id of the plan to make or replace; empty: the next free one (plan-1, plan-2, ...).</source>
        <translation>Kennung des Plans, der erzeugt oder ersetzt wird; leer: die nächste freie (plan-1, plan-2, ...).</translation>
    </message>
    <message>
        <source>Predict the portal pressure after a resection</source>
        <translation>Portaldruck nach einer Resektion vorhersagen</translation>
    </message>
    <message>
        <source>Portal pressure and gradient when a part of the liver is removed, with the band of what is not known.</source>
        <translation>Portaldruck und -gradient, wenn ein Teil der Leber entfernt wird, mit dem Band dessen, was nicht bekannt ist.</translation>
    </message>
    <message>
        <source>The circulation in lumped parts: arteries, digestive organs, portal vein, hepatic artery, liver lobes in parallel, other organs, caval veins. Its resistances follow in closed form from cardiac output, mean arterial, central venous and portal pressure and the two flows of the liver. Removing a share of the liver raises every resistance of the liver by one over the remaining share. How much of the gradient is lost before and behind the sinusoids cannot be measured, so the answer is given for a whole range of it, and for draws of the inputs within their uncertainty (the same draws each time).

What is removed is drawn (a structure, taken from the liver or its lobes) or entered. The closed loop adds heart and lungs, beat by beat, with a generic heart made to give this cardiac output and central venous pressure.

Method: standard lumped equations in the arrangement of Audebert et al. 2017 (J Biomech 50:202) and Golse et al. 2021 (J Hepatol 74:661); none of their parameters. The solver reproduces tables made with svZeroDSolver; nothing was compared with patients. Limits: Allard 2013 (Ann Surg 258:822), livers without cirrhosis.

Limits of the method: equal flow for each gram of liver, no response of the arteries, no growth of the rest, no collaterals, no clamping. Research and teaching only, not for clinical use.</source>
        <translation>Der Kreislauf in konzentrierten Teilen: Arterien, Verdauungsorgane, Pfortader, Leberarterie, parallele Leberlappen, übrige Organe, Hohlvenen. Seine Widerstände folgen in geschlossener Form aus Herzzeitvolumen, mittlerem arteriellem, zentralvenösem und portalem Druck und den beiden Flüssen der Leber. Wird ein Anteil der Leber entfernt, steigt jeder Widerstand der Leber auf das Eins-durch-Restanteil-Fache. Wie viel des Gradienten vor und hinter den Sinusoiden abfällt, lässt sich nicht messen; deshalb gilt die Antwort für einen ganzen Bereich davon und für Ziehungen der Eingaben innerhalb ihrer Unsicherheit (jedes Mal dieselben Ziehungen).

Was entfernt wird, ist gezeichnet (eine Struktur, von der Leber oder ihren Lappen abgezogen) oder eingegeben. Der geschlossene Kreislauf fügt Herz und Lunge hinzu, Schlag für Schlag, mit einem allgemeinen Herzen, das auf dieses Herzzeitvolumen und diesen zentralvenösen Druck gebracht wird.

Verfahren: übliche konzentrierte Gleichungen in der Anordnung von Audebert et al. 2017 (J Biomech 50:202) und Golse et al. 2021 (J Hepatol 74:661); keiner ihrer Parameter. Der Löser gibt Tabellen wieder, die mit svZeroDSolver entstanden; mit Patienten wurde nichts verglichen. Grenzwerte: Allard 2013 (Ann Surg 258:822), Lebern ohne Zirrhose.

Grenzen des Verfahrens: gleicher Fluss je Gramm Leber, keine Antwort der Arterien, kein Wachstum des Restes, keine Umgehungskreisläufe, kein Abklemmen. Nur für Forschung und Lehre, nicht für den klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>Resection</source>
        <translation>Resektion</translation>
    </message>
    <message>
        <source>The drawn part that is removed; empty: the share entered below.</source>
        <translation>Der gezeichnete Teil, der entfernt wird; leer: der unten eingegebene Anteil.</translation>
    </message>
    <message>
        <source>Liver removed</source>
        <translation>Entfernte Leber</translation>
    </message>
    <message>
        <source>Share of the liver that is removed, where no resection is drawn.</source>
        <translation>Anteil der Leber, der entfernt wird, wenn keine Resektion gezeichnet ist.</translation>
    </message>
    <message>
        <source>What the resection is taken from; its volume gives the flow for each 100 g.</source>
        <translation>Wovon die Resektion abgezogen wird; ihr Volumen ergibt den Fluss je 100 g.</translation>
    </message>
    <message>
        <source>Lobes</source>
        <translation>Lappen</translation>
    </message>
    <message>
        <source>Lobes or territories that make up the liver, for the share removed of each; empty: the liver as one.</source>
        <translation>Lappen oder Territorien, aus denen die Leber besteht, für den entfernten Anteil jedes einzelnen; leer: die Leber als Ganzes.</translation>
    </message>
    <message>
        <source>Flows of the liver</source>
        <translation>Flüsse der Leber</translation>
    </message>
    <message>
        <source>Whether the flows of portal vein and hepatic artery are those entered, or shares of the cardiac output.</source>
        <translation>Ob die Flüsse von Pfortader und Leberarterie die eingegebenen sind oder Anteile des Herzzeitvolumens.</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>Cardiac output</source>
        <translation>Herzzeitvolumen</translation>
    </message>
    <message>
        <source>Before the resection.</source>
        <translation>Vor der Resektion.</translation>
    </message>
    <message>
        <source>An example, nobody's: enter the patient's.</source>
        <translation>Ein Beispiel, von niemandem: geben Sie die Werte des Patienten ein.</translation>
    </message>
    <message>
        <source>Mean arterial pressure</source>
        <translation>Mittlerer arterieller Druck</translation>
    </message>
    <message>
        <source>Central venous pressure</source>
        <translation>Zentralvenöser Druck</translation>
    </message>
    <message>
        <source>Before the resection, at the height of the other pressures; it stays as it is in the steady prediction.</source>
        <translation>Vor der Resektion, auf der Höhe der anderen Drücke; in der stationären Vorhersage bleibt er, wie er ist.</translation>
    </message>
    <message>
        <source>Portal pressure</source>
        <translation>Portaldruck</translation>
    </message>
    <message>
        <source>Flow of the portal vein</source>
        <translation>Fluss der Pfortader</translation>
    </message>
    <message>
        <source>Flow of the hepatic artery</source>
        <translation>Fluss der Leberarterie</translation>
    </message>
    <message>
        <source>Liver flow as a share of cardiac output</source>
        <translation>Leberfluss als Anteil des Herzzeitvolumens</translation>
    </message>
    <message>
        <source>Used where the flows of the liver were not measured.</source>
        <translation>Verwendet, wenn die Flüsse der Leber nicht gemessen wurden.</translation>
    </message>
    <message>
        <source>Textbook value, not read again.</source>
        <translation>Lehrbuchwert, nicht nachgelesen.</translation>
    </message>
    <message>
        <source>Portal share of the liver flow</source>
        <translation>Portaler Anteil am Leberfluss</translation>
    </message>
    <message>
        <source>Used where the flows of the liver were not measured; the rest comes through the hepatic artery.</source>
        <translation>Verwendet, wenn die Flüsse der Leber nicht gemessen wurden; der Rest kommt durch die Leberarterie.</translation>
    </message>
    <message>
        <source>Uncertainty of a flow</source>
        <translation>Unsicherheit eines Flusses</translation>
    </message>
    <message>
        <source>Standard deviation of cardiac output, portal and arterial flow, each as a share of it.</source>
        <translation>Standardabweichung von Herzzeitvolumen, portalem und arteriellem Fluss, jeweils als Anteil davon.</translation>
    </message>
    <message>
        <source>No source: a choice of this model; enter that of your measurement.</source>
        <translation>Keine Quelle: eine Wahl dieses Modells; geben Sie die Ihrer Messung ein.</translation>
    </message>
    <message>
        <source>Uncertainty of portal and caval pressure</source>
        <translation>Unsicherheit von Portal- und Hohlvenendruck</translation>
    </message>
    <message>
        <source>Standard deviation of the portal and of the caval pressure.</source>
        <translation>Standardabweichung des Portaldrucks und des Hohlvenendrucks.</translation>
    </message>
    <message>
        <source>Uncertainty of the arterial pressure</source>
        <translation>Unsicherheit des arteriellen Drucks</translation>
    </message>
    <message>
        <source>Standard deviation of the mean arterial pressure.</source>
        <translation>Standardabweichung des mittleren arteriellen Drucks.</translation>
    </message>
    <message>
        <source>Split of the gradient</source>
        <translation>Teilung des Gradienten</translation>
    </message>
    <message>
        <source>Share of the pressure gradient across the liver that is lost after the sinusoids. Nobody can measure it in a patient.</source>
        <translation>Anteil des Druckgradienten über der Leber, der hinter den Sinusoiden abfällt. Niemand kann ihn an einem Patienten messen.</translation>
    </message>
    <message>
        <source>No source: the middle of what is possible.</source>
        <translation>Keine Quelle: die Mitte des Möglichen.</translation>
    </message>
    <message>
        <source>Split of the gradient, lowest</source>
        <translation>Teilung des Gradienten, kleinste</translation>
    </message>
    <message>
        <source>Lower end of the range of the split from which the band of the prediction is made.</source>
        <translation>Unteres Ende des Bereichs der Teilung, aus dem das Band der Vorhersage entsteht.</translation>
    </message>
    <message>
        <source>No source: a choice of this model.</source>
        <translation>Keine Quelle: eine Wahl dieses Modells.</translation>
    </message>
    <message>
        <source>Split of the gradient, highest</source>
        <translation>Teilung des Gradienten, größte</translation>
    </message>
    <message>
        <source>Upper end of the range of the split from which the band of the prediction is made.</source>
        <translation>Oberes Ende des Bereichs der Teilung, aus dem das Band der Vorhersage entsteht.</translation>
    </message>
    <message>
        <source>Weight of liver</source>
        <translation>Gewicht der Leber</translation>
    </message>
    <message>
        <source>Grams that a millilitre of liver is taken to weigh.</source>
        <translation>Gramm, die ein Milliliter Leber wiegen soll.</translation>
    </message>
    <message>
        <source>No source: a working value of this model.</source>
        <translation>Keine Quelle: ein Arbeitswert dieses Modells.</translation>
    </message>
    <message>
        <source>Portal pressure after resection, to watch</source>
        <translation>Portaldruck nach Resektion, zu beachten</translation>
    </message>
    <message>
        <source>Lower end of the band of portal pressures right after a resection in which liver failure gets likely.</source>
        <translation>Unteres Ende des Bandes von Portaldrücken gleich nach einer Resektion, in dem Leberversagen wahrscheinlich wird.</translation>
    </message>
    <message>
        <source>Liver failure in 13 to 16 of 100 at 20 mmHg, hardly any at 10 or less; 277 major resections without cirrhosis (Allard 2013, Ann Surg 258:822), read in the abstract.</source>
        <translation>Leberversagen bei 13 bis 16 von 100 bei 20 mmHg, kaum eines bei 10 oder weniger; 277 große Resektionen ohne Zirrhose (Allard 2013, Ann Surg 258:822), in der Zusammenfassung gelesen.</translation>
    </message>
    <message>
        <source>Portal pressure after resection, high</source>
        <translation>Portaldruck nach Resektion, hoch</translation>
    </message>
    <message>
        <source>Upper end of the band of portal pressures right after a resection in which liver failure gets likely.</source>
        <translation>Oberes Ende des Bandes von Portaldrücken gleich nach einer Resektion, in dem Leberversagen wahrscheinlich wird.</translation>
    </message>
    <message>
        <source>Cut-off of 22 mmHg for liver failure by the 50-50 and the ISGLS grade C criteria, 21 mmHg for a bilirubin above 120 and death within 90 days; resections without cirrhosis (Allard 2013, Ann Surg 258:822), read in the abstract.</source>
        <translation>Trennwert von 22 mmHg für Leberversagen nach den Kriterien 50-50 und ISGLS Grad C, 21 mmHg für ein Bilirubin über 120 und Tod innerhalb von 90 Tagen; Resektionen ohne Zirrhose (Allard 2013, Ann Surg 258:822), in der Zusammenfassung gelesen.</translation>
    </message>
    <message>
        <source>Portal gradient before resection</source>
        <translation>Portalgradient vor der Resektion</translation>
    </message>
    <message>
        <source>Pressure gradient across the liver before any resection from which portal hypertension counts as clinically significant. Defined for the hepatic venous pressure gradient; portal less caval pressure stands in for it.</source>
        <translation>Druckgradient über der Leber vor jeder Resektion, ab dem eine portale Hypertension als klinisch bedeutsam gilt. Festgelegt für den Lebervenendruckgradienten; Portaldruck minus Hohlvenendruck steht für ihn.</translation>
    </message>
    <message>
        <source>Clinically significant portal hypertension is a hepatic venous pressure gradient of 10 mmHg or more; guidelines restrict resection then.</source>
        <translation>Klinisch bedeutsame portale Hypertension ist ein Lebervenendruckgradient von 10 mmHg oder mehr; Leitlinien schränken dann die Resektion ein.</translation>
    </message>
    <message>
        <source>Portal flow for the liver that stays</source>
        <translation>Portalfluss für die verbleibende Leber</translation>
    </message>
    <message>
        <source>Portal flow for each 100 g of remaining liver above which a small-for-size course is feared.</source>
        <translation>Portalfluss je 100 g verbleibender Leber, über dem ein Verlauf wie bei zu kleiner Leber (small for size) befürchtet wird.</translation>
    </message>
    <message>
        <source>Small-for-size literature, from memory.</source>
        <translation>Literatur zu small for size, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>What stays as it is</source>
        <translation>Was bleibt, wie es ist</translation>
    </message>
    <message>
        <source>What the body keeps constant in the steady prediction.</source>
        <translation>Was der Körper in der stationären Vorhersage konstant hält.</translation>
    </message>
    <message>
        <source>cardiac output</source>
        <translation>Herzzeitvolumen</translation>
    </message>
    <message>
        <source>arterial pressure</source>
        <translation>arterieller Druck</translation>
    </message>
    <message>
        <source>Close the loop</source>
        <translation>Kreislauf schließen</translation>
    </message>
    <message>
        <source>Also let heart, lungs and vessels beat until they settle, where neither is held constant.</source>
        <translation>Außerdem Herz, Lunge und Gefäße schlagen lassen, bis sie sich einstellen; dabei wird keines von beiden konstant gehalten.</translation>
    </message>
    <message>
        <source>Blood given</source>
        <translation>Gegebenes Blut</translation>
    </message>
    <message>
        <source>Infused less lost, beside the blood in the removed liver; for the closed loop.</source>
        <translation>Zugeführt minus verloren, neben dem Blut in der entfernten Leber; für den geschlossenen Kreislauf.</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Ziehungen</translation>
    </message>
    <message>
        <source>How many draws of split and inputs make the band.</source>
        <translation>Wie viele Ziehungen von Teilung und Eingaben das Band ergeben.</translation>
    </message>
    <message>
        <source>Seed of the draws</source>
        <translation>Startwert der Ziehungen</translation>
    </message>
    <message>
        <source>The same seed gives the same draws.</source>
        <translation>Derselbe Startwert ergibt dieselben Ziehungen.</translation>
    </message>
    <message>
        <source>Id of the plan to make or replace.</source>
        <translation>Kennung des Plans, der erzeugt oder ersetzt wird.</translation>
    </message>
    <message>
        <source>Portal gradient (portal less caval pressure)</source>
        <translation>Portalgradient (Portaldruck minus Hohlvenendruck)</translation>
    </message>
    <message>
        <source>Portal flow for each 100 g of liver</source>
        <translation>Portalfluss je 100 g Leber</translation>
    </message>
    <message>
        <source>Portal pressure, closed loop</source>
        <translation>Portaldruck, geschlossener Kreislauf</translation>
    </message>
    <message>
        <source>Portal gradient, closed loop</source>
        <translation>Portalgradient, geschlossener Kreislauf</translation>
    </message>
    <message>
        <source>Central venous pressure, closed loop</source>
        <translation>Zentralvenöser Druck, geschlossener Kreislauf</translation>
    </message>
    <message>
        <source>Mean arterial pressure, closed loop</source>
        <translation>Mittlerer arterieller Druck, geschlossener Kreislauf</translation>
    </message>
    <message>
        <source>Cardiac output, closed loop</source>
        <translation>Herzzeitvolumen, geschlossener Kreislauf</translation>
    </message>
    <message>
        <source>Portal pressure, lower end of the band</source>
        <translation>Portaldruck, unteres Ende des Bandes</translation>
    </message>
    <message>
        <source>Portal pressure, upper end of the band</source>
        <translation>Portaldruck, oberes Ende des Bandes</translation>
    </message>
    <message>
        <source>Portal pressure, lowest by the split alone</source>
        <translation>Portaldruck, kleinster allein durch die Teilung</translation>
    </message>
    <message>
        <source>Portal pressure, highest by the split alone</source>
        <translation>Portaldruck, größter allein durch die Teilung</translation>
    </message>
    <message>
        <source>Draws above the upper limit</source>
        <translation>Ziehungen über dem oberen Grenzwert</translation>
    </message>
    <message>
        <source>Removed share that reaches the lower limit</source>
        <translation>Entfernter Anteil, der den unteren Grenzwert erreicht</translation>
    </message>
    <message>
        <source>Removed share that reaches the upper limit</source>
        <translation>Entfernter Anteil, der den oberen Grenzwert erreicht</translation>
    </message>
    <message>
        <source>Beat after beat</source>
        <translation>Schlag für Schlag</translation>
    </message>
    <message>
        <source>Combine structures</source>
        <translation>Strukturen verknüpfen</translation>
    </message>
    <message>
        <source>Union, intersection or difference of two structures.</source>
        <translation>Vereinigung, Schnitt oder Differenz zweier Strukturen.</translation>
    </message>
    <message>
        <source>Voxel by voxel on the grid of the first structure; the second is resampled to it if it lies on another (trilinear, cut at one half).</source>
        <translation>Voxel für Voxel auf dem Gitter der ersten Struktur; die zweite wird darauf umgerechnet, wenn sie auf einem anderen liegt (trilinear, bei ein halb geschnitten).</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segmentieren</translation>
    </message>
    <message>
        <source>The one whose grid and anatomy the result takes.</source>
        <translation>Die, deren Gitter und Anatomie das Ergebnis übernimmt.</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erste</translation>
    </message>
    <message>
        <source>The other one.</source>
        <translation>Die andere.</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweite</translation>
    </message>
    <message>
        <source>union</source>
        <translation>Vereinigung</translation>
    </message>
    <message>
        <source>intersection</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Either, both, or the first without the second.</source>
        <translation>Eine von beiden, beide oder die erste ohne die zweite.</translation>
    </message>
    <message>
        <source>Name of the result; empty changes the first structure.</source>
        <translation>Name des Ergebnisses; leer ändert die erste Struktur.</translation>
    </message>
    <message>
        <source>Grow, shrink, smooth</source>
        <translation>Wachsen, schrumpfen, glätten</translation>
    </message>
    <message>
        <source>Dilates, erodes, opens, closes, fills, smooths a structure or keeps its largest part.</source>
        <translation>Dilatiert, erodiert, öffnet, schließt, füllt oder glättet eine Struktur oder behält ihren größten Teil.</translation>
    </message>
    <message>
        <source>Balls are Euclidean ones in mm between voxel centres, by exact distance maps (Felzenszwalb and Huttenlocher 2012), so thick slices are treated right. Open removes what the ball does not fit into, close fills what it does not fit into; fill-holes fills what the outside cannot reach; smooth is a Gaussian of the mask cut at one half, the radius its standard deviation; largest keeps the largest 26-connected part.

The surface, tree and measures of the old shape are dropped.</source>
        <translation>Kugeln sind euklidisch, in mm zwischen Voxelmitten, mit exakten Distanzkarten (Felzenszwalb und Huttenlocher 2012), sodass dicke Schichten richtig behandelt werden. Öffnen entfernt, worein die Kugel nicht passt; Schließen füllt, worein sie nicht passt; fill-holes füllt, was von außen nicht erreichbar ist; smooth ist eine Gauß-Glättung der Maske, bei ein halb geschnitten, der Radius ist ihre Standardabweichung; largest behält den größten über 26 Nachbarn zusammenhängenden Teil.

Oberfläche, Baum und Maße der alten Form entfallen.</translation>
    </message>
    <message>
        <source>dilate</source>
        <translation>dilatieren</translation>
    </message>
    <message>
        <source>erode</source>
        <translation>erodieren</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>fill-holes</source>
        <translation>Löcher füllen</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>glätten</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>größter Teil</translation>
    </message>
    <message>
        <source>What to do.</source>
        <translation>Was zu tun ist.</translation>
    </message>
    <message>
        <source>Of the ball; not used by fill-holes and largest.</source>
        <translation>Der Kugel; bei fill-holes und largest nicht benutzt.</translation>
    </message>
    <message>
        <source>Name of the result; empty changes the structure itself.</source>
        <translation>Name des Ergebnisses; leer ändert die Struktur selbst.</translation>
    </message>
    <message>
        <source>Measure vessel diameter</source>
        <translation>Gefäßdurchmesser messen</translation>
    </message>
    <message>
        <source>The diameter of a vessel at the place of its centreline nearest to a point.</source>
        <translation>Der Durchmesser eines Gefäßes an der Stelle seiner Mittellinie, die einem Punkt am nächsten liegt.</translation>
    </message>
    <message>
        <source>Twice the radius of the largest ball inside the vessel at that place, as the centreline holds it. In a flattened vessel that is its smaller diameter. On synthetic tubes of 1 to 6 mm the radius keeps within half a voxel, which is the uncertainty given.</source>
        <translation>Der doppelte Radius der größten Kugel im Gefäß an dieser Stelle, wie ihn die Mittellinie enthält. In einem abgeflachten Gefäß ist das sein kleinerer Durchmesser. Bei synthetischen Röhren von 1 bis 6 mm bleibt der Radius innerhalb eines halben Voxels; das ist die angegebene Unsicherheit.</translation>
    </message>
    <message>
        <source>A structure with a centreline.</source>
        <translation>Eine Struktur mit Mittellinie.</translation>
    </message>
    <message>
        <source>Vessel</source>
        <translation>Gefäß</translation>
    </message>
    <message>
        <source>Near the place meant, in patient coordinates (LPS).</source>
        <translation>Nahe der gemeinten Stelle, in Patientenkoordinaten (LPS).</translation>
    </message>
    <message>
        <source>What it is called; a measurement of this name is replaced.</source>
        <translation>Wie sie heißt; eine Messung dieses Namens wird ersetzt.</translation>
    </message>
    <message>
        <source>Measure distance of structures</source>
        <translation>Abstand von Strukturen messen</translation>
    </message>
    <message>
        <source>The shortest way between two structures, and where it is.</source>
        <translation>Der kürzeste Weg zwischen zwei Strukturen, und wo er ist.</translation>
    </message>
    <message>
        <source>Between their surfaces: exact over points of one against triangles of the other, both ways. 0 where they cut each other. The surfaces are smoothed ones: the distance between the voxels may differ by about a voxel, which is the uncertainty given.</source>
        <translation>Zwischen ihren Oberflächen: exakt über Punkte der einen gegen Dreiecke der anderen, in beide Richtungen. 0, wo sie sich schneiden. Die Oberflächen sind geglättet: Der Abstand zwischen den Voxeln kann um etwa ein Voxel abweichen; das ist die angegebene Unsicherheit.</translation>
    </message>
    <message>
        <source>One structure.</source>
        <translation>Eine Struktur.</translation>
    </message>
    <message>
        <source>The other structure.</source>
        <translation>Die andere Struktur.</translation>
    </message>
    <message>
        <source>Measure by points</source>
        <translation>Mit Punkten messen</translation>
    </message>
    <message>
        <source>Length, angle, area or the values in a region, from points set on the images.</source>
        <translation>Länge, Winkel, Fläche oder die Werte in einem Bereich, aus auf den Bildern gesetzten Punkten.</translation>
    </message>
    <message>
        <source>Length: the sum along the points. Angle: at the second of three points. Line angle: between the lines of the first two and the last two points, which need not meet (Cobb's way). Area: of the closed polygon, in the plane that fits it best. Ellipse: centre and the ends of both half axes; sphere: centre and a point of it: with the values of the image inside.

The uncertainty is that of placing each point by eye, uniform within one voxel, propagated to first order (GUM, JCGM 100:2008, 4.3.7 and 5.1.2). It says nothing of the border that was meant.</source>
        <translation>Länge: die Summe entlang der Punkte. Winkel: am zweiten von drei Punkten. Linienwinkel: zwischen den Linien der ersten zwei und der letzten zwei Punkte, die sich nicht treffen müssen (nach Cobb). Fläche: des geschlossenen Polygons, in der Ebene, die am besten zu ihm passt. Ellipse: Mittelpunkt und die Enden beider Halbachsen; Kugel: Mittelpunkt und ein Punkt auf ihr: mit den Werten des Bildes darin.

Die Unsicherheit ist die des Setzens jedes Punktes nach Augenmaß, gleichverteilt innerhalb eines Voxels, in erster Ordnung fortgepflanzt (GUM, JCGM 100:2008, 4.3.7 und 5.1.2). Sie sagt nichts über den gemeinten Rand.</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>line-angle</source>
        <translation>Linienwinkel</translation>
    </message>
    <message>
        <source>area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>sphere</source>
        <translation>Kugel</translation>
    </message>
    <message>
        <source>What to measure.</source>
        <translation>Was gemessen wird.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>The points that it hangs on, in patient coordinates (LPS).</source>
        <translation>Die Punkte, an denen sie hängt, in Patientenkoordinaten (LPS).</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>The image it is taken on: its voxels give the uncertainty, its values the statistics.</source>
        <translation>Das Bild, auf dem gemessen wird: Seine Voxel geben die Unsicherheit, seine Werte die Statistik.</translation>
    </message>
    <message>
        <source>Measure structures</source>
        <translation>Strukturen messen</translation>
    </message>
    <message>
        <source>Volume, values, surface area and largest diameter of structures.</source>
        <translation>Volumen, Werte, Oberfläche und größter Durchmesser von Strukturen.</translation>
    </message>
    <message>
        <source>Volume is voxels times voxel volume; mean and standard deviation are of the image's values at the voxels of the structure (resampled to the image if it lies on another grid); the area is that of the structure's surface, where one has been made; the largest diameter is the greatest distance between two voxel centres.

The area depends on how the surface was smoothed.</source>
        <translation>Das Volumen ist die Zahl der Voxel mal Voxelvolumen; Mittelwert und Standardabweichung sind die der Bildwerte an den Voxeln der Struktur (auf das Bild umgerechnet, wenn sie auf einem anderen Gitter liegt); der Flächeninhalt ist der der Oberfläche der Struktur, wo eine erzeugt wurde; der größte Durchmesser ist der größte Abstand zweier Voxelmitten.

Der Flächeninhalt hängt davon ab, wie die Oberfläche geglättet wurde.</translation>
    </message>
    <message>
        <source>Which ones; all if none is named.</source>
        <translation>Welche; alle, wenn keine genannt ist.</translation>
    </message>
    <message>
        <source>The image whose values are measured.</source>
        <translation>Das Bild, dessen Werte gemessen werden.</translation>
    </message>
    <message>
        <source>Make centrelines</source>
        <translation>Mittellinien erzeugen</translation>
    </message>
    <message>
        <source>The tree of a vessel or airway with its radii.</source>
        <translation>Der Baum eines Gefäßes oder Atemwegs mit seinen Radien.</translation>
    </message>
    <message>
        <source>Tip by tip, the farthest voxel not yet covered is traced back along the middle by shortest paths weighted with the distance map (TEASAR, Sato 2000; 1/R weights, Antiga 2003), then smoothed and centred. The radius is that of the largest inscribed ball.

On synthetic trees of 1 to 6 mm the line keeps within a voxel and the radius within half a voxel. Where vessels touch the tree joins them; a loop is cut once.</source>
        <translation>Spitze für Spitze wird das fernste noch nicht erfasste Voxel entlang der Mitte zurückverfolgt, auf kürzesten Wegen, die mit der Distanzkarte gewichtet sind (TEASAR, Sato 2000; Gewichte 1/R, Antiga 2003), dann geglättet und zentriert. Der Radius ist der der größten einbeschriebenen Kugel.

An synthetischen Bäumen von 1 bis 6 mm bleibt die Linie innerhalb eines Voxels und der Radius innerhalb eines halben. Wo Gefäße sich berühren, verbindet der Baum sie; eine Schleife wird einmal aufgeschnitten.</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>A tubular structure.</source>
        <translation>Eine röhrenförmige Struktur.</translation>
    </message>
    <message>
        <source>Where the tree starts; the thickest end if not given.</source>
        <translation>Wo der Baum beginnt; das dickste Ende, wenn nicht gegeben.</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>Side branches shorter than this times the local radius are noise.</source>
        <translation>Seitenäste, die kürzer als das Vielfache des örtlichen Radius sind, gelten als Rauschen.</translation>
    </message>
    <message>
        <source>Spur factor</source>
        <translation>Spornfaktor</translation>
    </message>
    <message>
        <source>Spacing of the nodes.</source>
        <translation>Abstand der Knoten.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Make surfaces</source>
        <translation>Oberflächen erzeugen</translation>
    </message>
    <message>
        <source>Closed surfaces of structures.</source>
        <translation>Geschlossene Oberflächen von Strukturen.</translation>
    </message>
    <message>
        <source>The mask is smoothed (Gaussian), contoured (flying edges, Schroeder 2015), smoothed again on the mesh (windowed sinc, Taubin 1996) and decimated (quadric, Garland and Heckbert 1997); then the points move along their normals until the volume is the mask's again, to 1 %.

Parts thinner than a voxel may be lost; specks below a thousandth of the largest part's area are left out.</source>
        <translation>Die Maske wird geglättet (Gauß), konturiert (Flying Edges, Schroeder 2015), auf dem Netz nochmals geglättet (Windowed Sinc, Taubin 1996) und ausgedünnt (Quadric, Garland und Heckbert 1997); dann wandern die Punkte entlang ihrer Normalen, bis das Volumen wieder auf 1 % das der Maske ist.

Teile, die dünner als ein Voxel sind, können verloren gehen; Flecken unter einem Tausendstel der Fläche des größten Teils werden ausgelassen.</translation>
    </message>
    <message>
        <source>Standard deviation of the smoothing of the mask.</source>
        <translation>Standardabweichung der Glättung der Maske.</translation>
    </message>
    <message>
        <source>Passes of smoothing on the mesh.</source>
        <translation>Durchgänge der Glättung auf dem Netz.</translation>
    </message>
    <message>
        <source>Smoothing passes</source>
        <translation>Glättungsdurchgänge</translation>
    </message>
    <message>
        <source>Decimate to about this many; 0 keeps all.</source>
        <translation>Auf etwa so viele ausdünnen; 0 behält alle.</translation>
    </message>
    <message>
        <source>Triangles</source>
        <translation>Dreiecke</translation>
    </message>
    <message>
        <source>Register rigidly or affinely</source>
        <translation>Starr oder affin registrieren</translation>
    </message>
    <message>
        <source>Finds how one image lies upon another: shifted and turned, or stretched as well.</source>
        <translation>Findet, wie ein Bild auf einem anderen liegt: verschoben und gedreht oder auch gedehnt.</translation>
    </message>
    <message>
        <source>Mutual information of the two images' values at 20,000 places (Mattes et al. 2003), its gradient in closed form, coarse to fine. Works for images of different kinds. The result is only as good as what both images show: a doubtful one is said to be so, and must be looked at (fusion, checkerboard).</source>
        <translation>Transinformation der Werte beider Bilder an 20,000 Stellen (Mattes et al. 2003), ihr Gradient in geschlossener Form, von grob nach fein. Geht für Bilder verschiedener Art. Das Ergebnis ist nur so gut wie das, was beide Bilder zeigen: Ein zweifelhaftes wird als solches benannt und muss angesehen werden (Fusion, Schachbrett).</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrieren</translation>
    </message>
    <message>
        <source>The image that the other is laid upon.</source>
        <translation>Das Bild, auf das das andere gelegt wird.</translation>
    </message>
    <message>
        <source>Fixed image</source>
        <translation>Festes Bild</translation>
    </message>
    <message>
        <source>The image that is carried to the fixed one.</source>
        <translation>Das Bild, das auf das feste gebracht wird.</translation>
    </message>
    <message>
        <source>Moving image</source>
        <translation>Bewegtes Bild</translation>
    </message>
    <message>
        <source>Of the result; empty: after the two images.</source>
        <translation>Des Ergebnisses; leer: nach den beiden Bildern.</translation>
    </message>
    <message>
        <source>rigid</source>
        <translation>starr</translation>
    </message>
    <message>
        <source>affine</source>
        <translation>affin</translation>
    </message>
    <message>
        <source>Shift and turn, or stretch and shear too.</source>
        <translation>Verschieben und drehen oder auch dehnen und scheren.</translation>
    </message>
    <message>
        <source>A registration of the same two images to start from; may stay empty.</source>
        <translation>Eine Registrierung derselben beiden Bilder, von der ausgegangen wird; kann leer bleiben.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Only this part of the fixed image counts; may stay empty.</source>
        <translation>Nur dieser Teil des festen Bildes zählt; kann leer bleiben.</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb</translation>
    </message>
    <message>
        <source>Also make the moving image anew on the voxels of the fixed one, to be laid over it.</source>
        <translation>Das bewegte Bild auch auf den Voxeln des festen neu erzeugen, um es darüberzulegen.</translation>
    </message>
    <message>
        <source>Resample</source>
        <translation>Neu abtasten</translation>
    </message>
    <message>
        <source>Carry structures over</source>
        <translation>Strukturen übertragen</translation>
    </message>
    <message>
        <source>Carries structures of the moving image onto the fixed one.</source>
        <translation>Überträgt Strukturen des bewegten Bildes auf das feste.</translation>
    </message>
    <message>
        <source>Each mask is sampled where the registration leads (trilinear, cut at one half). The results are proposals: their borders are only as right as the registration.</source>
        <translation>Jede Maske wird dort abgetastet, wohin die Registrierung führt (trilinear, bei ein halb geschnitten). Die Ergebnisse sind Vorschläge: Ihre Ränder sind nur so richtig wie die Registrierung.</translation>
    </message>
    <message>
        <source>How the images lie upon each other.</source>
        <translation>Wie die Bilder aufeinander liegen.</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Registrierung</translation>
    </message>
    <message>
        <source>Those of the moving image.</source>
        <translation>Die des bewegten Bildes.</translation>
    </message>
    <message>
        <source>Added to name and id of each result.</source>
        <translation>Wird an Name und Kennung jedes Ergebnisses angehängt.</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>Zusatz</translation>
    </message>
    <message>
        <source>Register deformably</source>
        <translation>Deformierbar registrieren</translation>
    </message>
    <message>
        <source>Finds how every place of one image lies in another, bent and stretched.</source>
        <translation>Findet, wie jede Stelle eines Bildes in einem anderen liegt, gebogen und gedehnt.</translation>
    </message>
    <message>
        <source>Diffeomorphic demons with symmetric forces (Vercauteren et al. 2009), coarse to fine; images of different kinds are compared by self-similarity (after Heinrich et al. 2012). A sliding organ is smoothed by itself (after Schmidt-Richberg et al. 2012). Flat places follow the steep ones about them (normalised convolution, Knutsson and Westin 1993): where an image shows nothing the field is only smooth, not known.

Folding (places turned inside out) and a poor gain are said in the result.</source>
        <translation>Diffeomorphe Dämonen mit symmetrischen Kräften (Vercauteren et al. 2009), von grob nach fein; Bilder verschiedener Art werden nach Selbstähnlichkeit verglichen (nach Heinrich et al. 2012). Ein gleitendes Organ wird für sich geglättet (nach Schmidt-Richberg et al. 2012). Flache Stellen folgen den steilen um sie herum (normierte Faltung, Knutsson und Westin 1993): Wo ein Bild nichts zeigt, ist das Feld nur glatt, nicht bekannt.

Faltungen (umgestülpte Stellen) und ein geringer Gewinn werden im Ergebnis genannt.</translation>
    </message>
    <message>
        <source>values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>Values for two images of one kind, structure for different kinds.</source>
        <translation>Werte für zwei Bilder einer Art, Struktur für verschiedene Arten.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Of the voxels that it works on; the field has one vector each.</source>
        <translation>Der Voxel, auf denen gearbeitet wird; das Feld hat je einen Vektor.</translation>
    </message>
    <message>
        <source>Finest spacing</source>
        <translation>Feinster Abstand</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>Glattheit</translation>
    </message>
    <message>
        <source>Values below count as this one (compare: values).</source>
        <translation>Werte darunter zählen als dieser (Vergleich: Werte).</translation>
    </message>
    <message>
        <source>Values above count as this one (compare: values).</source>
        <translation>Werte darüber zählen als dieser (Vergleich: Werte).</translation>
    </message>
    <message>
        <source>Each coarser one has twice the spacing.</source>
        <translation>Jede gröbere hat den doppelten Abstand.</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>At most, a level.</source>
        <translation>Höchstens, je Stufe.</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Of the fixed image: may slide along its neighbours; may stay empty.</source>
        <translation>Des festen Bildes: darf an seinen Nachbarn entlanggleiten; kann leer bleiben.</translation>
    </message>
    <message>
        <source>Sliding organ</source>
        <translation>Gleitendes Organ</translation>
    </message>
    <message>
        <source>Register by landmarks</source>
        <translation>Mit Landmarken registrieren</translation>
    </message>
    <message>
        <source>Lays one image upon another by points that were set in both.</source>
        <translation>Legt ein Bild mit Punkten auf ein anderes, die in beiden gesetzt wurden.</translation>
    </message>
    <message>
        <source>Three points or more, or four or more.</source>
        <translation>Drei oder mehr Punkte, oder vier oder mehr.</translation>
    </message>
    <message>
        <source>Points in the fixed image</source>
        <translation>Punkte im festen Bild</translation>
    </message>
    <message>
        <source>Points in the moving image</source>
        <translation>Punkte im bewegten Bild</translation>
    </message>
    <message>
        <source>Grow region</source>
        <translation>Region wachsen lassen</translation>
    </message>
    <message>
        <source>Voxels between two values that hang together with a point.</source>
        <translation>Voxel zwischen zwei Werten, die mit einem Punkt zusammenhängen.</translation>
    </message>
    <message>
        <source>From the seed through the faces of voxels (6 neighbours), as long as the value lies between the two bounds (Adams and Bischof 1994, with fixed bounds).

A narrow bridge of like values lets the region leak into a neighbour: open the result, or limit it to another structure.</source>
        <translation>Vom Keim aus durch die Flächen der Voxel (6 Nachbarn), solange der Wert zwischen den beiden Schranken liegt (Adams und Bischof 1994, mit festen Schranken).

Eine schmale Brücke gleicher Werte lässt die Region in einen Nachbarn auslaufen: Öffnen Sie das Ergebnis oder begrenzen Sie es auf eine andere Struktur.</translation>
    </message>
    <message>
        <source>The image to grow in.</source>
        <translation>Das Bild, in dem gewachsen wird.</translation>
    </message>
    <message>
        <source>Where to start, in patient coordinates (LPS).</source>
        <translation>Wo begonnen wird, in Patientenkoordinaten (LPS).</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Keim</translation>
    </message>
    <message>
        <source>Smallest value that counts, in the unit of the image.</source>
        <translation>Kleinster Wert, der zählt, in der Einheit des Bildes.</translation>
    </message>
    <message>
        <source>Largest value that counts, in the unit of the image.</source>
        <translation>Größter Wert, der zählt, in der Einheit des Bildes.</translation>
    </message>
    <message>
        <source>Only inside this structure; may stay empty.</source>
        <translation>Nur in dieser Struktur; kann leer bleiben.</translation>
    </message>
    <message>
        <source>Key of the anatomy table ('liver', 'portal_vein'); may stay empty.</source>
        <translation>Schlüssel der Anatomietabelle ('liver', 'portal_vein'); kann leer bleiben.</translation>
    </message>
    <message>
        <source>Name of the result, its id is made from it; empty takes the anatomy's.</source>
        <translation>Name des Ergebnisses, seine Kennung wird daraus gebildet; leer nimmt den der Anatomie.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <source>All voxels between two values.</source>
        <translation>Alle Voxel zwischen zwei Werten.</translation>
    </message>
    <message>
        <source>Takes every voxel whose value lies between the two bounds, both included, inside another structure if one is named.

A threshold knows no anatomy: contrast, noise and partial volume decide what it finds. The result is a proposal to be looked at.</source>
        <translation>Nimmt jedes Voxel, dessen Wert zwischen den beiden Schranken liegt, beide eingeschlossen, innerhalb einer anderen Struktur, wenn eine genannt ist.

Ein Schwellenwert kennt keine Anatomie: Kontrast, Rauschen und Partialvolumen entscheiden, was er findet. Das Ergebnis ist ein Vorschlag, der anzusehen ist.</translation>
    </message>
    <message>
        <source>The image to threshold.</source>
        <translation>Das Bild, auf das der Schwellenwert angewandt wird.</translation>
    </message>
    <message>
        <source>Watershed</source>
        <translation>Wasserscheide</translation>
    </message>
    <message>
        <source>Marked structures grow until they meet at the edges of the image.</source>
        <translation>Markierte Strukturen wachsen, bis sie sich an den Kanten des Bildes treffen.</translation>
    </message>
    <message>
        <source>Each marker floods the gradient magnitude of the smoothed image from low to high; basins meet on the crests (Beucher and Meyer 1993; Meyer 1994).

Every voxel goes to some marker: mark the background as well, or limit the flood to a structure. Each result is called after its marker.</source>
        <translation>Jede Marke flutet den Gradientenbetrag des geglätteten Bildes von niedrig nach hoch; die Becken treffen sich auf den Kämmen (Beucher und Meyer 1993; Meyer 1994).

Jedes Voxel geht an irgendeine Marke: Markieren Sie auch den Hintergrund oder begrenzen Sie die Flut auf eine Struktur. Jedes Ergebnis heißt nach seiner Marke.</translation>
    </message>
    <message>
        <source>The image whose edges part the structures.</source>
        <translation>Das Bild, dessen Kanten die Strukturen trennen.</translation>
    </message>
    <message>
        <source>Markers</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>Standard deviation of the smoothing before the gradient is taken.</source>
        <translation>Standardabweichung der Glättung, bevor der Gradient gebildet wird.</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Fat</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Subcutaneous fat</source>
        <translation>Subkutanes Fett</translation>
    </message>
    <message>
        <source>Muscle</source>
        <translation>Muskel</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Rib</source>
        <translation>Rippe</translation>
    </message>
    <message>
        <source>Vertebra</source>
        <translation>Wirbel</translation>
    </message>
    <message>
        <source>Sternum</source>
        <translation>Sternum</translation>
    </message>
    <message>
        <source>Pelvis (bone)</source>
        <translation>Becken (Knochen)</translation>
    </message>
    <message>
        <source>Sacrum</source>
        <translation>Kreuzbein</translation>
    </message>
    <message>
        <source>Costal cartilage</source>
        <translation>Rippenknorpel</translation>
    </message>
    <message>
        <source>Cartilage</source>
        <translation>Knorpel</translation>
    </message>
    <message>
        <source>Lungs</source>
        <translation>Lungen</translation>
    </message>
    <message>
        <source>Trachea</source>
        <translation>Trachea</translation>
    </message>
    <message>
        <source>Diaphragm</source>
        <translation>Zwerchfell</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>Herz</translation>
    </message>
    <message>
        <source>Pericardium</source>
        <translation>Perikard</translation>
    </message>
    <message>
        <source>Left atrium</source>
        <translation>Linker Vorhof</translation>
    </message>
    <message>
        <source>Right atrium</source>
        <translation>Rechter Vorhof</translation>
    </message>
    <message>
        <source>Left ventricle</source>
        <translation>Linker Ventrikel</translation>
    </message>
    <message>
        <source>Right ventricle</source>
        <translation>Rechter Ventrikel</translation>
    </message>
    <message>
        <source>Spleen</source>
        <translation>Milz</translation>
    </message>
    <message>
        <source>Kidney</source>
        <translation>Niere</translation>
    </message>
    <message>
        <source>Left kidney</source>
        <translation>Linke Niere</translation>
    </message>
    <message>
        <source>Right kidney</source>
        <translation>Rechte Niere</translation>
    </message>
    <message>
        <source>Left adrenal gland</source>
        <translation>Linke Nebenniere</translation>
    </message>
    <message>
        <source>Right adrenal gland</source>
        <translation>Rechte Nebenniere</translation>
    </message>
    <message>
        <source>Pancreas</source>
        <translation>Pankreas</translation>
    </message>
    <message>
        <source>Gallbladder</source>
        <translation>Gallenblase</translation>
    </message>
    <message>
        <source>Bile duct</source>
        <translation>Gallengang</translation>
    </message>
    <message>
        <source>Stomach</source>
        <translation>Magen</translation>
    </message>
    <message>
        <source>Duodenum</source>
        <translation>Duodenum</translation>
    </message>
    <message>
        <source>Small bowel</source>
        <translation>Dünndarm</translation>
    </message>
    <message>
        <source>Colon</source>
        <translation>Kolon</translation>
    </message>
    <message>
        <source>Rectum</source>
        <translation>Rektum</translation>
    </message>
    <message>
        <source>Oesophagus</source>
        <translation>Ösophagus</translation>
    </message>
    <message>
        <source>Urinary bladder</source>
        <translation>Harnblase</translation>
    </message>
    <message>
        <source>Ureter</source>
        <translation>Ureter</translation>
    </message>
    <message>
        <source>Aorta</source>
        <translation>Aorta</translation>
    </message>
    <message>
        <source>Inferior vena cava</source>
        <translation>Vena cava inferior</translation>
    </message>
    <message>
        <source>Superior vena cava</source>
        <translation>Vena cava superior</translation>
    </message>
    <message>
        <source>Portal vein</source>
        <translation>Pfortader</translation>
    </message>
    <message>
        <source>Portal and splenic vein</source>
        <translation>Pfortader und Milzvene</translation>
    </message>
    <message>
        <source>Hepatic veins</source>
        <translation>Lebervenen</translation>
    </message>
    <message>
        <source>Hepatic artery</source>
        <translation>Leberarterie</translation>
    </message>
    <message>
        <source>Renal artery</source>
        <translation>Nierenarterie</translation>
    </message>
    <message>
        <source>Renal vein</source>
        <translation>Nierenvene</translation>
    </message>
    <message>
        <source>Splenic vein</source>
        <translation>Milzvene</translation>
    </message>
    <message>
        <source>Splenic artery</source>
        <translation>Milzarterie</translation>
    </message>
    <message>
        <source>Superior mesenteric vein</source>
        <translation>Vena mesenterica superior</translation>
    </message>
    <message>
        <source>Superior mesenteric artery</source>
        <translation>Arteria mesenterica superior</translation>
    </message>
    <message>
        <source>Common iliac artery</source>
        <translation>Arteria iliaca communis</translation>
    </message>
    <message>
        <source>Common iliac vein</source>
        <translation>Vena iliaca communis</translation>
    </message>
    <message>
        <source>Pulmonary artery</source>
        <translation>Pulmonalarterie</translation>
    </message>
    <message>
        <source>Pulmonary vein</source>
        <translation>Pulmonalvene</translation>
    </message>
    <message>
        <source>Coronary artery</source>
        <translation>Koronararterie</translation>
    </message>
    <message>
        <source>Common carotid artery</source>
        <translation>Arteria carotis communis</translation>
    </message>
    <message>
        <source>Arteries</source>
        <translation>Arterien</translation>
    </message>
    <message>
        <source>Venous system</source>
        <translation>Venensystem</translation>
    </message>
    <message>
        <source>Lesion</source>
        <translation>Läsion</translation>
    </message>
    <message>
        <source>Tumour</source>
        <translation>Tumor</translation>
    </message>
    <message>
        <source>Liver lesion</source>
        <translation>Leberläsion</translation>
    </message>
    <message>
        <source>Kidney tumour</source>
        <translation>Nierentumor</translation>
    </message>
    <message>
        <source>Kidney cyst</source>
        <translation>Nierenzyste</translation>
    </message>
    <message>
        <source>Cyst</source>
        <translation>Zyste</translation>
    </message>
    <message>
        <source>Ablation zone</source>
        <translation>Ablationszone</translation>
    </message>
    <message>
        <source>Necrosis</source>
        <translation>Nekrose</translation>
    </message>
    <message>
        <source>Femur</source>
        <translation>Femur</translation>
    </message>
    <message>
        <source>Patella</source>
        <translation>Patella</translation>
    </message>
    <message>
        <source>Tibia</source>
        <translation>Tibia</translation>
    </message>
    <message>
        <source>Fibula</source>
        <translation>Fibula</translation>
    </message>
    <message>
        <source>Talus</source>
        <translation>Talus</translation>
    </message>
    <message>
        <source>Calcaneus</source>
        <translation>Kalkaneus</translation>
    </message>
    <message>
        <source>Acetabulum</source>
        <translation>Azetabulum</translation>
    </message>
    <message>
        <source>Humerus</source>
        <translation>Humerus</translation>
    </message>
    <message>
        <source>Scapula</source>
        <translation>Skapula</translation>
    </message>
    <message>
        <source>Clavicle</source>
        <translation>Klavikula</translation>
    </message>
    <message>
        <source>Ulna</source>
        <translation>Ulna</translation>
    </message>
    <message>
        <source>Mandible</source>
        <translation>Unterkiefer</translation>
    </message>
    <message>
        <source>Maxilla</source>
        <translation>Oberkiefer</translation>
    </message>
    <message>
        <source>Skull</source>
        <translation>Schädel</translation>
    </message>
    <message>
        <source>Tooth</source>
        <translation>Zahn</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Gehirn</translation>
    </message>
    <message>
        <source>Spinal cord</source>
        <translation>Rückenmark</translation>
    </message>
    <message>
        <source>Spinal canal</source>
        <translation>Spinalkanal</translation>
    </message>
    <message>
        <source>Thyroid</source>
        <translation>Schilddrüse</translation>
    </message>
    <message>
        <source>Prostate</source>
        <translation>Prostata</translation>
    </message>
    <message>
        <source>Uterus</source>
        <translation>Uterus</translation>
    </message>
    <message>
        <source>Breast</source>
        <translation>Brust</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>Abdomen</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message>
        <source>Vessels with contrast</source>
        <translation>Gefäße mit Kontrastmittel</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>Abdomen CT</source>
        <translation>Abdomen-CT</translation>
    </message>
    <message>
        <source>Proposes body, lungs, bones, abdominal organs, what shows of hollow organs, and liver vessels in a portal venous CT, makes their surfaces and measures them.</source>
        <translation>Schlägt in einem portalvenösen CT Körper, Lungen, Knochen, Bauchorgane, sichtbare Hohlorgane und Lebergefäße vor, erzeugt ihre Oberflächen und misst sie.</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>durchgesehen</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>best entry</source>
        <translation>bester Eintritt</translation>
    </message>
    <message>
        <source>worst entry</source>
        <translation>schlechtester Eintritt</translation>
    </message>
    <message>
        <source>Reading image file</source>
        <translation>Bilddatei wird gelesen</translation>
    </message>
    <message>
        <source>Reading segments</source>
        <translation>Segmente werden gelesen</translation>
    </message>
    <message>
        <source>Reading labels</source>
        <translation>Labels werden gelesen</translation>
    </message>
    <message>
        <source>Reading slices</source>
        <translation>Schichten werden gelesen</translation>
    </message>
    <message>
        <source>Resampling</source>
        <translation>Neu abtasten</translation>
    </message>
    <message>
        <source>Looking at files</source>
        <translation>Dateien werden durchgesehen</translation>
    </message>
    <message>
        <source>Writing DICOM</source>
        <translation>DICOM wird geschrieben</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Exact numbers</source>
        <translation>Exakte Zahlen</translation>
    </message>
    <message>
        <source>Distances</source>
        <translation>Abstände</translation>
    </message>
    <message>
        <source>Drawing the pictures</source>
        <translation>Bilder werden gezeichnet</translation>
    </message>
    <message>
        <source>Writing the PDF</source>
        <translation>PDF wird geschrieben</translation>
    </message>
    <message>
        <source>Path length, skin to target</source>
        <translation>Weglänge, Haut bis Ziel</translation>
    </message>
    <message>
        <source>Heated zone that covers the lesion, times the device's</source>
        <translation>Hitzezone, die die Läsion bedeckt, als Vielfaches der des Geräts</translation>
    </message>
    <message>
        <source>Volume of that zone</source>
        <translation>Volumen dieser Zone</translation>
    </message>
    <message>
        <source>Healthy liver in that zone</source>
        <translation>Gesundes Lebergewebe in dieser Zone</translation>
    </message>
    <message>
        <source>Share of its liver beyond lesion and margin</source>
        <translation>Anteil ihres Lebergewebes jenseits von Läsion und Saum</translation>
    </message>
    <message>
        <source>Part of that zone outside the liver</source>
        <translation>Teil dieser Zone außerhalb der Leber</translation>
    </message>
    <message>
        <source>Structures to keep away from in that zone</source>
        <translation>Zu meidende Strukturen in dieser Zone</translation>
    </message>
    <message>
        <source>Weighted score (0 best, 1 worst)</source>
        <translation>Gewichtete Bewertung (0 beste, 1 schlechteste)</translation>
    </message>
    <message>
        <source>Angle to the nearest cardinal plane</source>
        <translation>Winkel zur nächsten Hauptebene</translation>
    </message>
    <message>
        <source>Worst-case distance to an obstacle</source>
        <translation>Ungünstigster Abstand zu einem Hindernis</translation>
    </message>
    <message>
        <source>Trials that break a limit</source>
        <translation>Versuche, die einen Grenzwert verletzen</translation>
    </message>
    <message>
        <source>Worst-case score</source>
        <translation>Ungünstigste Bewertung</translation>
    </message>
    <message>
        <source>Usable skin</source>
        <translation>Nutzbare Haut</translation>
    </message>
    <message>
        <source>Usable share of the skin that faces the target</source>
        <translation>Nutzbarer Anteil der dem Ziel zugewandten Haut</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Angle between the lines</source>
        <translation>Winkel zwischen den Linien</translation>
    </message>
    <message>
        <source>Fiducial registration error (root mean square)</source>
        <translation>Registrierungsfehler der Landmarken (quadratisches Mittel)</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>the border of each within a voxel</source>
        <translation>den Rand von beiden auf ein Voxel</translation>
    </message>
    <message>
        <source>the radius within a voxel</source>
        <translation>den Radius auf ein Voxel</translation>
    </message>
    <message>
        <source>placing each point within a voxel</source>
        <translation>das Setzen jedes Punkts auf ein Voxel</translation>
    </message>
    <message>
        <source>Correlation of the values after</source>
        <translation>Korrelation der Werte nachher</translation>
    </message>
    <message>
        <source>Difference after (root mean square)</source>
        <translation>Unterschied nachher (quadratisches Mittel)</translation>
    </message>
    <message>
        <source>Difference before (root mean square)</source>
        <translation>Unterschied vorher (quadratisches Mittel)</translation>
    </message>
    <message>
        <source>Folded places</source>
        <translation>Gefaltete Stellen</translation>
    </message>
    <message>
        <source>Largest change of volume (factor)</source>
        <translation>Größte Volumenänderung (Faktor)</translation>
    </message>
    <message>
        <source>Smallest change of volume (factor)</source>
        <translation>Kleinste Volumenänderung (Faktor)</translation>
    </message>
    <message>
        <source>Largest diameter</source>
        <translation>Größter Durchmesser</translation>
    </message>
    <message>
        <source>Largest displacement</source>
        <translation>Größte Verschiebung</translation>
    </message>
    <message>
        <source>Mean displacement</source>
        <translation>Mittlere Verschiebung</translation>
    </message>
    <message>
        <source>Mutual information after (nats)</source>
        <translation>Transinformation nachher (nat)</translation>
    </message>
    <message>
        <source>Mutual information before (nats)</source>
        <translation>Transinformation vorher (nat)</translation>
    </message>
    <message>
        <source>Part of the fixed image that is met</source>
        <translation>Getroffener Teil des festen Bildes</translation>
    </message>
    <message>
        <source>Shift at the middle</source>
        <translation>Verschiebung in der Mitte</translation>
    </message>
    <message>
        <source>Surface area</source>
        <translation>Oberfläche</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>Label in the file</source>
        <translation>Label in der Datei</translation>
    </message>
    <message>
        <source>the border within a voxel</source>
        <translation>den Rand auf ein Voxel</translation>
    </message>
    <message>
        <source>Follow up in a new study</source>
        <translation>Verlauf in einer neuen Studie</translation>
    </message>
    <message>
        <source>Carries structures and the points of plans from an earlier image of the patient onto a new one.</source>
        <translation>Überträgt Strukturen und die Punkte von Plänen von einem früheren Bild des Patienten auf ein neues.</translation>
    </message>
    <message>
        <source>New image</source>
        <translation>Neues Bild</translation>
    </message>
    <message>
        <source>The image that structures are carried onto.</source>
        <translation>Das Bild, auf das Strukturen übertragen werden.</translation>
    </message>
    <message>
        <source>Earlier image</source>
        <translation>Früheres Bild</translation>
    </message>
    <message>
        <source>The image that they were found in.</source>
        <translation>Das Bild, in dem sie gefunden wurden.</translation>
    </message>
    <message>
        <source>How the two images lie upon each other; empty: it is made.</source>
        <translation>Wie die beiden Bilder aufeinander liegen; leer: wird berechnet.</translation>
    </message>
    <message>
        <source>Those to carry; all of the earlier image if none is named.</source>
        <translation>Die zu übertragenden; alle des früheren Bildes, wenn keine genannt ist.</translation>
    </message>
    <message>
        <source>Points of plans</source>
        <translation>Punkte von Plänen</translation>
    </message>
    <message>
        <source>Also carry the points of the earlier study's plans, as landmarks.</source>
        <translation>Auch die Punkte der Pläne der früheren Studie übertragen, als Landmarken.</translation>
    </message>
    <message>
        <source>How the images are registered, if no registration is named.</source>
        <translation>Wie die Bilder registriert werden, wenn keine Registrierung genannt ist.</translation>
    </message>
    <message>
        <source>deformable</source>
        <translation>deformierbar</translation>
    </message>
    <message>
        <source>Of the voxels that the deformable registration works on.</source>
        <translation>Der Voxel, auf denen die deformierbare Registrierung arbeitet.</translation>
    </message>
    <message>
        <source>Largest change of volume</source>
        <translation>Größte Volumenänderung</translation>
    </message>
    <message>
        <source>A structure whose volume the registration changes by more than this factor, either way, is not carried.</source>
        <translation>Eine Struktur, deren Volumen die Registrierung um mehr als diesen Faktor ändert, nach oben oder unten, wird nicht übertragen.</translation>
    </message>
    <message>
        <source>Working value of Pollux</source>
        <translation>Arbeitswert von Pollux</translation>
    </message>
    <message>
        <source>Review or approve a plan</source>
        <translation>Plan durchsehen oder freigeben</translation>
    </message>
    <message>
        <source>Records that a person has reviewed or approved a plan, or takes that back.</source>
        <translation>Hält fest, dass eine Person einen Plan durchgesehen oder freigegeben hat, oder nimmt das zurück.</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Unterzeichnet von</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>Weichteile</translation>
    </message>
    <message>
        <source>Heart with contrast</source>
        <translation>Herz mit Kontrastmittel</translation>
    </message>
    <message>
        <source>Bright tissue</source>
        <translation>Helles Gewebe</translation>
    </message>
    <message>
        <source>Whole image</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Registers the earlier image onto the new one, affinely and then deformably as register.affine and register.deformable do, unless a registration of the two is named. Each mask is sampled where the registration leads (trilinear, cut at one half) and becomes a proposal: its border is only as right as the registration. To measure growth, correct it on the new image or draw it there anew.

A structure is not carried, and the run says why, if it lies outside the new image, if the registration is turned inside out in it (a Jacobian determinant of zero or less), or if the registration changes its volume by more than the factor allowed. One that lies partly outside is carried and said to be cut. What a person has edited or confirmed on the new image is never overwritten.

A plan is not moved: its points are carried as landmarks, by the inverse of the registration, and it has to be computed again on the new image.

Results are called after what they came from and the image they lie on: 'liver' on 'ct-2' is 'liver-on-ct-2'.</source>
        <translation>Registriert das frühere Bild auf das neue, affin und dann deformierbar wie register.affine und register.deformable, sofern keine Registrierung der beiden genannt ist. Jede Maske wird dort abgetastet, wohin die Registrierung führt (trilinear, bei ein halb geschnitten), und wird zu einem Vorschlag: Ihr Rand ist nur so richtig wie die Registrierung. Um Wachstum zu messen, korrigieren Sie sie auf dem neuen Bild, oder zeichnen Sie sie dort neu.

Eine Struktur wird nicht übertragen, und der Lauf sagt warum, wenn sie außerhalb des neuen Bildes liegt, wenn die Registrierung sich in ihr umstülpt (eine Jacobi-Determinante von null oder weniger) oder wenn die Registrierung ihr Volumen um mehr als den erlaubten Faktor ändert. Liegt sie teilweise außerhalb, wird sie übertragen und als abgeschnitten gemeldet. Was eine Person auf dem neuen Bild bearbeitet oder bestätigt hat, wird nie überschrieben.

Ein Plan wird nicht verschoben: Seine Punkte werden durch die Umkehrung der Registrierung als Landmarken übertragen, und er muss auf dem neuen Bild neu berechnet werden.

Ergebnisse heißen nach dem, woraus sie entstanden sind, und dem Bild, auf dem sie liegen: 'liver' auf 'ct-2' ist 'liver-on-ct-2'.</translation>
    </message>
    <message>
        <source>A plan is a draft until a person has reviewed it, and may be approved once it is reviewed. Who and when are recorded with the key of the plan's content.

An approved plan is locked: it cannot be changed or removed, a new computation becomes its next version, and a rebuild leaves it alone and says so. Draft takes both signatures back.

A stale plan, and one with a stop that nobody acknowledged, cannot be signed. The key is a fingerprint, not an electronic signature in the legal sense.</source>
        <translation>Ein Plan ist ein Entwurf, bis eine Person ihn durchgesehen hat, und kann freigegeben werden, sobald er durchgesehen ist. Wer und wann wird zusammen mit dem Schlüssel des Planinhalts festgehalten.

Ein freigegebener Plan ist gesperrt: Er kann weder geändert noch entfernt werden, eine neue Berechnung wird zu seiner nächsten Version, und ein Neurechnen lässt ihn unberührt und sagt das. Entwurf nimmt beide Unterschriften zurück.

Ein veralteter Plan und einer mit einem Stopp, den niemand quittiert hat, können nicht unterzeichnet werden. Der Schlüssel ist ein Fingerabdruck, keine elektronische Signatur im rechtlichen Sinn.</translation>
    </message>
    <message>
        <source>The least-squares rigid (Umeyama 1991) or affine map between the points, in order. What is left at each of them is the landmarks' own error, not that of places in between.

Without points it takes the places that were set in both images as landmarks (case.landmark-pair); then it turns stale when one of them is moved.</source>
        <translation>Die starre (Umeyama 1991) oder affine Abbildung kleinster Quadrate zwischen den Punkten, der Reihe nach. Was an jedem übrig bleibt, ist der Fehler der Landmarken selbst, nicht der von Stellen dazwischen.

Ohne Punkte nimmt sie die Stellen, die in beiden Bildern als Landmarken gesetzt sind (case.landmark-pair); dann veraltet sie, wenn eine davon verschoben wird.</translation>
    </message>
    <message>
        <source>In patient coordinates (LPS); empty: the landmarks that are set in both images.</source>
        <translation>In Patientenkoordinaten (LPS); leer: die Landmarken, die in beiden Bildern gesetzt sind.</translation>
    </message>
    <message>
        <source>The same places, in the same order; empty with the others.</source>
        <translation>Dieselben Stellen in derselben Reihenfolge; leer, wenn die anderen es sind.</translation>
    </message>
    <message>
        <source>Mean change of volume (factor)</source>
        <translation>Mittlere Volumenänderung (Faktor)</translation>
    </message>
    <message>
        <source>Folded places (number)</source>
        <translation>Gefaltete Stellen (Anzahl)</translation>
    </message>
    <message>
        <source>Set landmark in two images</source>
        <translation>Landmarke in zwei Bildern setzen</translation>
    </message>
    <message>
        <source>Puts one place of the body into the case as it lies in two images.</source>
        <translation>Nimmt eine Stelle des Körpers so in den Fall auf, wie sie in zwei Bildern liegt.</translation>
    </message>
    <message>
        <source>It becomes two landmarks, each called after its image: 'Tip' on 'ct' and 'ct-2' is 'tip-on-ct' and 'tip-on-ct-2'. register.landmarks starts from such pairs, and a registration of the two images is judged by them.</source>
        <translation>Sie wird zu zwei Landmarken, jede nach ihrem Bild benannt: 'Tip' auf 'ct' und 'ct-2' ist 'tip-on-ct' und 'tip-on-ct-2'. register.landmarks geht von solchen Paaren aus, und eine Registrierung der beiden Bilder wird an ihnen beurteilt.</translation>
    </message>
    <message>
        <source>What the place is called; both ids are made from it.</source>
        <translation>Wie die Stelle heißt; beide Kennungen werden daraus gebildet.</translation>
    </message>
    <message>
        <source>Place in the fixed image</source>
        <translation>Stelle im festen Bild</translation>
    </message>
    <message>
        <source>Place in the moving image</source>
        <translation>Stelle im bewegten Bild</translation>
    </message>
    <message>
        <source>Hide a plan from a learner</source>
        <translation>Einen Plan vor Lernenden verbergen</translation>
    </message>
    <message>
        <source>Takes a plan out of sight until it is revealed, so that a learner can plan on the case alone.</source>
        <translation>Nimmt einen Plan aus dem Blick, bis er aufgedeckt wird, damit Lernende allein an dem Fall planen können.</translation>
    </message>
    <message>
        <source>The plan, and the maps that were computed with it, leave the lists, the views, the tables, the report and the exports, and stay out after the case was saved and opened again. The numbers, the key and the signatures of the plan stay as they are. While it is hidden it cannot be changed, removed or signed, and a computation under its id becomes its next version.

This is for teaching and protects nothing: the file still holds the plan, and whoever has the file can reveal it.</source>
        <translation>Der Plan und die Karten, die mit ihm berechnet wurden, verschwinden aus den Listen, den Ansichten, den Tabellen, dem Bericht und den Exporten und bleiben auch verborgen, wenn der Fall gesichert und wieder geöffnet wurde. Zahlen, Schlüssel und Unterschriften des Plans bleiben, wie sie sind. Solange er verborgen ist, kann er weder geändert noch entfernt noch unterzeichnet werden, und eine Berechnung unter seiner Kennung wird zu seiner nächsten Version.

Das ist für den Unterricht gedacht und schützt nichts: Die Datei enthält den Plan weiterhin, und wer die Datei hat, kann ihn aufdecken.</translation>
    </message>
    <message>
        <source>Plans to hide</source>
        <translation>Zu verbergende Pläne</translation>
    </message>
    <message>
        <source>Which ones.</source>
        <translation>Welche.</translation>
    </message>
    <message>
        <source>Reveal a hidden plan</source>
        <translation>Einen verborgenen Plan aufdecken</translation>
    </message>
    <message>
        <source>Shows a plan again that was hidden from a learner.</source>
        <translation>Zeigt einen Plan wieder, der vor Lernenden verborgen war.</translation>
    </message>
    <message>
        <source>Afterwards the learner's plan and the teacher's stand side by side under Plans, with their differences. The plan is the one that was hidden: same numbers, same key, same signatures.</source>
        <translation>Danach stehen der Plan der Lernenden und der der Lehrenden unter Pläne nebeneinander, mit ihren Unterschieden. Der Plan ist der, der verborgen war: dieselben Zahlen, derselbe Schlüssel, dieselben Unterschriften.</translation>
    </message>
    <message>
        <source>Plans to reveal</source>
        <translation>Aufzudeckende Pläne</translation>
    </message>
    <message>
        <source>Which ones; empty: all that are hidden.</source>
        <translation>Welche; leer: alle, die verborgen sind.</translation>
    </message>
    <message>
        <source>Measure fat fraction</source>
        <translation>Fettanteil messen</translation>
    </message>
    <message>
        <source>Maps of the proton density fat fraction and of R2* from the echoes of an MR series.</source>
        <translation>Karten des Fettanteils (Protonendichte, PDFF) und von R2* aus den Echos einer MR-Serie.</translation>
    </message>
    <message>
        <source>Water and fat with one R2*: S(t) = [W + F sum of six peaks] exp(-R2* t), peaks at -3.80, -3.40, -2.60, -1.94, -0.39 and +0.60 ppm (Hamilton; ISMRM challenge of 2012). Magnitude images are fitted by Levenberg-Marquardt from a mostly-water and a mostly-fat start; with phase images the field is scanned by variable projection and all five unknowns are refined. The maps are the fat fraction in percent, R2* in 1/s, and what the model leaves, in percent of the signal; 0 where nothing was fitted.

The case keeps echo times only where they told the volumes of a series apart: else write them. It never keeps the field strength.

Limits: T1 and noise bias are not corrected, so a small flip angle is needed; each voxel is fitted by itself, without smoothing the field. One R2* for water and fat agreed better in patients than two (Horng 2013, abstract read). The fraction of a voxel may lie a little below 0 or above 100 percent in noise: cutting it would shift means. No grade of steatosis is given. Research and teaching only, not for clinical use.</source>
        <translation>Wasser und Fett mit einem R2*: S(t) = [W + F Summe von sechs Linien] exp(-R2* t), Linien bei -3.80, -3.40, -2.60, -1.94, -0.39 und +0.60 ppm (Hamilton; ISMRM-Wettbewerb von 2012). Betragsbilder werden nach Levenberg-Marquardt von einem wasserreichen und einem fettreichen Start aus angepasst; mit Phasenbildern wird das Feld durch variable Projektion abgesucht, und alle fünf Unbekannten werden verfeinert. Die Karten sind der Fettanteil in Prozent, R2* in 1/s und was das Modell übrig lässt, in Prozent des Signals; 0, wo nichts angepasst wurde.

Der Fall behält Echozeiten nur, wo sie die Volumen einer Serie unterschieden: Sonst schreiben Sie sie. Die Feldstärke behält er nie.

Grenzen: T1 und Rauschversatz werden nicht korrigiert, ein kleiner Anregungswinkel ist also nötig; jedes Voxel wird für sich angepasst, ohne das Feld zu glätten. Ein R2* für Wasser und Fett stimmte bei Patienten besser als zwei (Horng 2013, Zusammenfassung gelesen). Der Anteil eines Voxels kann im Rauschen ein wenig unter 0 oder über 100 Prozent liegen: Ihn abzuschneiden würde Mittelwerte verschieben. Ein Grad der Verfettung wird nicht angegeben. Nur für Forschung und Lehre, nicht für klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>Echoes</source>
        <translation>Echos</translation>
    </message>
    <message>
        <source>The magnitude images of all echoes, on one grid.</source>
        <translation>Die Betragsbilder aller Echos, auf einem Gitter.</translation>
    </message>
    <message>
        <source>Echo times</source>
        <translation>Echozeiten</translation>
    </message>
    <message>
        <source>In ms, one for each echo and in their order, such as 2.3, 4.6, 6.9; empty: as the volumes say.</source>
        <translation>In ms, eine für jedes Echo und in deren Reihenfolge, etwa 2.3, 4.6, 6.9; leer: wie die Volumen sagen.</translation>
    </message>
    <message>
        <source>Field strength</source>
        <translation>Feldstärke</translation>
    </message>
    <message>
        <source>Of the scanner; the case does not know it.</source>
        <translation>Des Geräts; der Fall kennt sie nicht.</translation>
    </message>
    <message>
        <source>Phase images</source>
        <translation>Phasenbilder</translation>
    </message>
    <message>
        <source>One for each echo, in the same order; none: a fit of the magnitudes alone.</source>
        <translation>Eines für jedes Echo, in derselben Reihenfolge; keine: nur die Beträge werden angepasst.</translation>
    </message>
    <message>
        <source>Full turn of the phase</source>
        <translation>Volle Umdrehung der Phase</translation>
    </message>
    <message>
        <source>The difference of values that stands for 360 degrees in the phase images: 6.283 for radians, often 4096 or 8192.</source>
        <translation>Der Unterschied der Werte, der in den Phasenbildern für 360 Grad steht: 6.283 bei Bogenmaß, oft 4096 oder 8192.</translation>
    </message>
    <message>
        <source>Phase runs the other way</source>
        <translation>Phase läuft andersherum</translation>
    </message>
    <message>
        <source>Some scanners write phases with the opposite sign; the misfit is smaller the right way round.</source>
        <translation>Manche Geräte schreiben Phasen mit umgekehrtem Vorzeichen; richtig herum ist die Abweichung kleiner.</translation>
    </message>
    <message>
        <source>Gets the mean and spread of fat fraction and R2* of each.</source>
        <translation>Jede erhält Mittelwert und Streuung von Fettanteil und R2*.</translation>
    </message>
    <message>
        <source>Only inside the structures</source>
        <translation>Nur in den Strukturen</translation>
    </message>
    <message>
        <source>Fit the voxels of the structures and leave the rest of the image out.</source>
        <translation>Nur die Voxel der Strukturen anpassen und den Rest des Bildes auslassen.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Voxels whose strongest echo is below this part of the brightest voxel are left out.</source>
        <translation>Voxel, deren stärkstes Echo unter diesem Teil des hellsten Voxels liegt, werden ausgelassen.</translation>
    </message>
    <message>
        <source>No source: a choice of this program</source>
        <translation>Keine Quelle: eine Wahl dieses Programms</translation>
    </message>
    <message>
        <source>Put before the names of the maps; empty: PDFF, R2* and Fat misfit.</source>
        <translation>Steht vor den Namen der Karten; leer: PDFF, R2* und Fat misfit.</translation>
    </message>
    <message>
        <source>Proton density fat fraction</source>
        <translation>Fettanteil (Protonendichte)</translation>
    </message>
    <message>
        <source>Median fat fraction</source>
        <translation>Median des Fettanteils</translation>
    </message>
    <message>
        <source>R2*</source>
        <translation>R2*</translation>
    </message>
    <message>
        <source>Misfit of the fat model</source>
        <translation>Abweichung vom Fettmodell</translation>
    </message>
    <message>
        <source>Fitting water and fat</source>
        <translation>Wasser und Fett werden angepasst</translation>
    </message>
    <message>
        <source>Predicted uncertainty of the fat fraction</source>
        <translation>Vorhergesagte Unsicherheit des Fettanteils</translation>
    </message>
    <message>
        <source>Above this standard deviation that noise of a fiftieth of the signal must leave on the fat fraction (Cramér-Rao bound, worst of 5, 20 and 40 percent fat), the echo times are called unfit to tell water from fat.</source>
        <translation>Über dieser Standardabweichung, die Rauschen von einem Fünfzigstel des Signals am Fettanteil lassen muss (Cramér-Rao-Schranke, die schlechteste von 5, 20 und 40 Prozent Fett), heißen die Echozeiten ungeeignet, Wasser und Fett zu trennen.</translation>
    </message>
    <message>
        <source>No source: a choice of this program. Usual sets of six echoes reach 1.4 to 2.2 by their magnitudes, echoes in quadrature or in phase only about 13 (computed).</source>
        <translation>Keine Quelle: eine Wahl dieses Programms. Übliche Sätze von sechs Echos erreichen mit ihren Beträgen 1.4 bis 2.2, Echos in Quadratur oder nur in Phase etwa 13 (berechnet).</translation>
    </message>
    <message>
        <source>Measure vessel by cuts</source>
        <translation>Gefäß durch Schnitte messen</translation>
    </message>
    <message>
        <source>Area and area-equivalent diameter of a vessel along its centreline.</source>
        <translation>Fläche und flächengleicher Durchmesser eines Gefäßes entlang seiner Mittellinie.</translation>
    </message>
    <message>
        <source>The mask is cut at right angles to the smoothed centreline, and of each cut the part that hangs together at the centreline counts. The diameter is that of the circle of the same area, 2 sqrt(A / pi): for a vessel that is not round it lies between its smallest and largest one. Measure vessel diameter gives that of the largest ball inside instead.

For a shunt (Jackson, doi 10.1111/vru.13337: dogs, abstract read) set the origin at its ostium, step and extent 20 mm: the vena cava 20 mm to both sides, and the length between. An upright slice through a vessel tilted by 30 degrees would give a diameter that is 7 % too large.

Limits: at a fork the cut takes the other branch in; near an end of the vessel it is cut short. On synthetic cylinders of five voxels and more across, at any angle, the diameter keeps within half a voxel, which is the uncertainty given.</source>
        <translation>Die Maske wird rechtwinklig zur geglätteten Mittellinie geschnitten, und von jedem Schnitt zählt, was an der Mittellinie zusammenhängt. Der Durchmesser ist der des Kreises gleicher Fläche, 2 sqrt(A / pi): Bei einem Gefäß, das nicht rund ist, liegt er zwischen seinem kleinsten und seinem größten. „Gefäßdurchmesser messen“ gibt dagegen den der größten Kugel darin.

Für einen Shunt (Jackson, doi 10.1111/vru.13337: Hunde, Zusammenfassung gelesen) setzen Sie den Ursprung an seine Mündung, Schritt und Ausdehnung auf 20 mm: die Hohlvene 20 mm zu beiden Seiten und die Länge dazwischen. Eine aufrechte Schicht durch ein um 30 Grad geneigtes Gefäß gäbe einen um 7 % zu großen Durchmesser.

Grenzen: An einer Gabelung nimmt der Schnitt den anderen Ast mit; nahe einem Ende des Gefäßes wird er zu kurz. An künstlichen Zylindern von fünf Voxeln und mehr Durchmesser bleibt der Durchmesser bei jedem Winkel innerhalb eines halben Voxels, was als Unsicherheit angegeben wird.</translation>
    </message>
    <message>
        <source>A structure with a mask and a centreline.</source>
        <translation>Eine Struktur mit Maske und Mittellinie.</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>The way through the tree passes here; the longest way if not given.</source>
        <translation>Der Weg durch den Baum führt hier vorbei; ohne Angabe der längste Weg.</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Ursprung</translation>
    </message>
    <message>
        <source>Distances count from the place of the centreline nearest to it, such as the ostium of a shunt; from the root if not given.</source>
        <translation>Abstände zählen von der nächsten Stelle der Mittellinie an, etwa der Mündung eines Shunts; ohne Angabe von der Wurzel an.</translation>
    </message>
    <message>
        <source>Distance between two cuts.</source>
        <translation>Abstand zwischen zwei Schnitten.</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Ausdehnung</translation>
    </message>
    <message>
        <source>How far from the origin to cut, to both sides; 0: all along.</source>
        <translation>Wie weit vom Ursprung geschnitten wird, zu beiden Seiten; 0: überall.</translation>
    </message>
    <message>
        <source>Of the centreline, along it: a crooked line makes oblique cuts.</source>
        <translation>Der Mittellinie, entlang ihr: Eine krumme Linie macht schräge Schnitte.</translation>
    </message>
    <message>
        <source>A cut that extends farther than this from the centreline is called incomplete.</source>
        <translation>Ein Schnitt, der weiter als dies von der Mittellinie reicht, heißt unvollständig.</translation>
    </message>
    <message>
        <source>Smallest area-equivalent diameter</source>
        <translation>Kleinster flächengleicher Durchmesser</translation>
    </message>
    <message>
        <source>Largest area-equivalent diameter</source>
        <translation>Größter flächengleicher Durchmesser</translation>
    </message>
    <message>
        <source>Length between the outer cuts</source>
        <translation>Länge zwischen den äußeren Schnitten</translation>
    </message>
    <message>
        <source>portal branches</source>
        <translation>Pfortaderäste</translation>
    </message>
    <message>
        <source>planes</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>within the liver</source>
        <translation>in der Leber</translation>
    </message>
    <message>
        <source>straight</source>
        <translation>gerade</translation>
    </message>
    <message>
        <source>straight, less the radius</source>
        <translation>gerade, abzüglich des Radius</translation>
    </message>
    <message>
        <source>Part the liver in segments</source>
        <translation>Leber in Segmente teilen</translation>
    </message>
    <message>
        <source>Couinaud's segments by planes through landmarks, or the territories of portal branches.</source>
        <translation>Segmente nach Couinaud durch Ebenen an Landmarken oder die Gebiete von Pfortaderästen.</translation>
    </message>
    <message>
        <source>Portal branches: each voxel of the liver goes to the nearest branch of the portal vein's centreline. Mark a point on each branch and name them (II, III, ...); all that hangs on a marked branch counts to it. Without points the tree is parted at its largest forks. Distances run within the liver (fast marching, Sethian 1996), so that nothing leaks across a fissure; or straight; or straight, squared, less the squared radius, so that thick branches reach farther.

Planes: half planes from the vena cava through the right, middle and left hepatic vein, and the plane across at the fork of the portal vein (Couinaud). Segment I is the caudate lobe that is given; without it its tissue stays in the other segments.

Limits: both are conventions of geometry; no flow is computed. Planes do not follow a patient's branches, and a branch that the segmentation has missed feeds nothing. Research and teaching only, not for clinical use.</source>
        <translation>Pfortaderäste: Jedes Voxel der Leber kommt zum nächsten Ast der Mittellinie der Pfortader. Markieren Sie einen Punkt auf jedem Ast und benennen Sie sie (II, III, ...); alles, was an einem markierten Ast hängt, zählt zu ihm. Ohne Punkte wird der Baum an seinen größten Gabelungen geteilt. Abstände laufen in der Leber (Fast Marching, Sethian 1996), sodass nichts über eine Fissur leckt; oder gerade; oder gerade, quadriert, abzüglich des quadrierten Radius, sodass dicke Äste weiter reichen.

Ebenen: Halbebenen von der Hohlvene durch die rechte, mittlere und linke Lebervene und die Ebene quer dazu an der Gabelung der Pfortader (Couinaud). Segment I ist der Lobus caudatus, der angegeben wird; ohne ihn bleibt sein Gewebe in den anderen Segmenten.

Grenzen: Beides sind Übereinkünfte der Geometrie; kein Fluss wird berechnet. Ebenen folgen nicht den Ästen eines Patienten, und ein Ast, den die Segmentierung übersehen hat, versorgt nichts. Nur für Forschung und Lehre, nicht für klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>What to part.</source>
        <translation>Was geteilt wird.</translation>
    </message>
    <message>
        <source>By the nearest portal branch, or by planes through landmarks.</source>
        <translation>Nach dem nächsten Pfortaderast oder durch Ebenen an Landmarken.</translation>
    </message>
    <message>
        <source>With its centreline.</source>
        <translation>Mit ihrer Mittellinie.</translation>
    </message>
    <message>
        <source>Points on branches</source>
        <translation>Punkte auf Ästen</translation>
    </message>
    <message>
        <source>One at the beginning of each branch, in the order of their names; none: the largest forks.</source>
        <translation>Einer am Anfang jedes Astes, in der Reihenfolge ihrer Namen; keine: die größten Gabelungen.</translation>
    </message>
    <message>
        <source>Names of the branches</source>
        <translation>Namen der Äste</translation>
    </message>
    <message>
        <source>One for each point, with commas between.</source>
        <translation>Einer für jeden Punkt, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Number of parts</source>
        <translation>Anzahl der Teile</translation>
    </message>
    <message>
        <source>How many, where no points are given.</source>
        <translation>Wie viele, wenn keine Punkte angegeben sind.</translation>
    </message>
    <message>
        <source>Vena cava</source>
        <translation>Hohlvene</translation>
    </message>
    <message>
        <source>Where the hepatic veins enter it.</source>
        <translation>Wo die Lebervenen münden.</translation>
    </message>
    <message>
        <source>Right hepatic vein</source>
        <translation>Rechte Lebervene</translation>
    </message>
    <message>
        <source>A place on it, well off the vena cava.</source>
        <translation>Eine Stelle darauf, deutlich entfernt von der Hohlvene.</translation>
    </message>
    <message>
        <source>Middle hepatic vein</source>
        <translation>Mittlere Lebervene</translation>
    </message>
    <message>
        <source>A place on it, or in the gallbladder's bed.</source>
        <translation>Eine Stelle darauf oder im Gallenblasenbett.</translation>
    </message>
    <message>
        <source>Left hepatic vein</source>
        <translation>Linke Lebervene</translation>
    </message>
    <message>
        <source>A place on it, or in the umbilical fissure.</source>
        <translation>Eine Stelle darauf oder in der Fissura umbilicalis.</translation>
    </message>
    <message>
        <source>Fork of the portal vein</source>
        <translation>Gabelung der Pfortader</translation>
    </message>
    <message>
        <source>Segments above it lie towards the head.</source>
        <translation>Segmente darüber liegen kopfwärts.</translation>
    </message>
    <message>
        <source>Caudate lobe</source>
        <translation>Lobus caudatus</translation>
    </message>
    <message>
        <source>Segment I, drawn by hand.</source>
        <translation>Segment I, von Hand gezeichnet.</translation>
    </message>
    <message>
        <source>Put before each part; empty: Liver segment or Portal territory.</source>
        <translation>Steht vor jedem Teil; leer: Liver segment oder Portal territory.</translation>
    </message>
    <message>
        <source>Share of the liver</source>
        <translation>Anteil an der Leber</translation>
    </message>
    <message>
        <source>How near a branch is: along the way through the liver, or straight, or straight with thick branches reaching farther.</source>
        <translation>Wie nah ein Ast ist: auf dem Weg durch die Leber, oder gerade, oder gerade mit dicken Ästen, die weiter reichen.</translation>
    </message>
    <message>
        <source>portal branch</source>
        <translation>Pfortaderast</translation>
    </message>
    <message>
        <source>Vauthey</source>
        <translation>Vauthey</translation>
    </message>
    <message>
        <source>Urata</source>
        <translation>Urata</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>after chemotherapy</source>
        <translation>nach Chemotherapie</translation>
    </message>
    <message>
        <source>fibrosis or cirrhosis</source>
        <translation>Fibrose oder Zirrhose</translation>
    </message>
    <message>
        <source>Plan a liver resection</source>
        <translation>Leberresektion planen</translation>
    </message>
    <message>
        <source>Plane: what lies where the normal points is removed. Surface through points: a smooth surface (thin-plate spline over the plane that fits the points best) in place of the plane; the normal says which side is removed. Portal branch: the territory of all that hangs on the place of the portal vein's centreline nearest to the point (see Part the liver in segments). The plan says the volumes, the future liver remnant without the lesions that remain, and for each lesion how far it keeps from the cut, between the borders of voxels.

The remnant is given against two totals, and the number says which: the liver on the images without its lesions, and the volume that a formula expects of a body of this size (standardised remnant): body surface sqrt(cm kg / 3600) (Mosteller); Vauthey -794.41 + 1267.28 BSA, Urata 706.2 BSA + 2.4 (from memory, unverified). The limit is held against the standardised remnant, or, where height and weight are not given, against the one on the images. With a map of the fat fraction the liver's mean is told, and from moderate steatosis on the limit of such a liver holds where it is the stricter one.

Limits: volumes are of geometry. How the remnant works, drains and is fed is not computed; tissue whose veins are cut counts as remaining. The cut has no width. Vessels inside the liver's mask count as liver. Research and teaching only, not for clinical use.</source>
        <translation>Ebene: Entfernt wird, was dort liegt, wohin die Normale zeigt. Fläche durch Punkte: statt der Ebene eine glatte Fläche (Dünnplatten-Spline über der Ebene, die am besten zu den Punkten passt); die Normale sagt, welche Seite entfernt wird. Pfortaderast: das Gebiet von allem, was an der Stelle der Mittellinie der Pfortader hängt, die dem Punkt am nächsten liegt (siehe „Leber in Segmente teilen“). Der Plan nennt die Volumen, den Leberrest ohne die Läsionen, die bleiben, und für jede Läsion ihren Abstand vom Schnitt, zwischen den Rändern der Voxel.

Der Rest wird an zwei Gesamtvolumen gemessen, und die Zahl sagt, an welchem: an der Leber auf den Bildern ohne ihre Läsionen und an dem Volumen, das eine Formel für einen Körper dieser Größe erwartet (standardisierter Rest): Körperoberfläche sqrt(cm kg / 3600) (Mosteller); Vauthey -794.41 + 1267.28 BSA, Urata 706.2 BSA + 2.4 (aus dem Gedächtnis, ungeprüft). Die Grenze gilt für den standardisierten Rest oder, wo Größe und Gewicht fehlen, für den auf den Bildern. Mit einer Karte des Fettanteils wird das Mittel der Leber genannt, und ab mäßiger Verfettung gilt die Grenze einer solchen Leber, wo sie die strengere ist.

Grenzen: Volumen sind geometrisch. Wie der Rest arbeitet, abfließt und versorgt wird, wird nicht berechnet; Gewebe, dessen Venen durchtrennt werden, zählt als verbleibend. Der Schnitt hat keine Breite. Gefäße in der Lebermaske zählen als Leber. Nur für Forschung und Lehre, nicht für klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>What to cut.</source>
        <translation>Was geschnitten wird.</translation>
    </message>
    <message>
        <source>On the plane, or on the portal vein where it is cut (LPS).</source>
        <translation>Auf der Ebene oder auf der Pfortader, wo sie durchtrennt wird (LPS).</translation>
    </message>
    <message>
        <source>Of the plane; points to what is removed. Of a surface only its side counts.</source>
        <translation>Der Ebene; zeigt auf das, was entfernt wird. Von einer Fläche zählt nur die Seite.</translation>
    </message>
    <message>
        <source>Lesions</source>
        <translation>Läsionen</translation>
    </message>
    <message>
        <source>Which ones to keep clear of; all liver lesions if none is named.</source>
        <translation>Von welchen Abstand zu halten ist; ohne Angabe von allen Leberläsionen.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Körpergröße</translation>
    </message>
    <message>
        <source>Of the patient; 0: not known.</source>
        <translation>Des Patienten; 0: nicht bekannt.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>For the liver volume that is expected of a body of this size.</source>
        <translation>Für das Lebervolumen, das bei einem Körper dieser Größe erwartet wird.</translation>
    </message>
    <message>
        <source>Kind of liver</source>
        <translation>Art der Leber</translation>
    </message>
    <message>
        <source>Which limit holds for what must remain.</source>
        <translation>Welche Grenze für das gilt, was bleiben muss.</translation>
    </message>
    <message>
        <source>Id of the plan to make or replace; the structures are named after it.</source>
        <translation>Kennung des Plans, der gemacht oder ersetzt wird; die Strukturen heißen nach ihm.</translation>
    </message>
    <message>
        <source>Liver volume with lesions</source>
        <translation>Lebervolumen mit Läsionen</translation>
    </message>
    <message>
        <source>Volume of the lesions in it</source>
        <translation>Volumen der Läsionen darin</translation>
    </message>
    <message>
        <source>Removed volume</source>
        <translation>Entferntes Volumen</translation>
    </message>
    <message>
        <source>Future liver remnant</source>
        <translation>Verbleibende Leber</translation>
    </message>
    <message>
        <source>Remnant of the liver on the images</source>
        <translation>Rest der Leber auf den Bildern</translation>
    </message>
    <message>
        <source>Expected liver volume</source>
        <translation>Erwartetes Lebervolumen</translation>
    </message>
    <message>
        <source>Remnant of the expected liver volume</source>
        <translation>Rest des erwarteten Lebervolumens</translation>
    </message>
    <message>
        <source>Least remnant of a normal liver</source>
        <translation>Kleinster Rest einer gesunden Leber</translation>
    </message>
    <message>
        <source>Smallest share of the total liver volume that must remain of a liver without disease. Sources differ in what they divide by (a formula from body size, or the liver on CT without its tumours): the number says which.</source>
        <translation>Kleinster Anteil am gesamten Lebervolumen, der von einer Leber ohne Krankheit bleiben muss. Quellen teilen durch Verschiedenes (eine Formel aus der Körpergröße oder die Leber im CT ohne ihre Tumoren): Die Zahl sagt, wodurch.</translation>
    </message>
    <message>
        <source>Kishi: 20 percent; Vauthey and Shoup 25, Schindl 26.6 (table 1 of PMC6422720)</source>
        <translation>Kishi: 20 Prozent; Vauthey und Shoup 25, Schindl 26.6 (Tabelle 1 von PMC6422720)</translation>
    </message>
    <message>
        <source>Least remnant after chemotherapy</source>
        <translation>Kleinster Rest nach Chemotherapie</translation>
    </message>
    <message>
        <source>Smallest share of the total liver volume that must remain after more than three months of chemotherapy.</source>
        <translation>Kleinster Anteil am gesamten Lebervolumen, der nach mehr als drei Monaten Chemotherapie bleiben muss.</translation>
    </message>
    <message>
        <source>Shindoh: 30 percent (table 1 of PMC6422720)</source>
        <translation>Shindoh: 30 Prozent (Tabelle 1 von PMC6422720)</translation>
    </message>
    <message>
        <source>Least remnant of a fibrotic or cirrhotic liver</source>
        <translation>Kleinster Rest einer fibrotischen oder zirrhotischen Leber</translation>
    </message>
    <message>
        <source>Smallest share of the total liver volume that must remain of a liver with fibrosis or cirrhosis.</source>
        <translation>Kleinster Anteil am gesamten Lebervolumen, der von einer Leber mit Fibrose oder Zirrhose bleiben muss.</translation>
    </message>
    <message>
        <source>Azoulay: 40 percent; Kubota 40 or 50 by indocyanine green (table 1 of PMC6422720)</source>
        <translation>Azoulay: 40 Prozent; Kubota 40 oder 50 nach Indocyaningrün (Tabelle 1 von PMC6422720)</translation>
    </message>
    <message>
        <source>Time of heating</source>
        <translation>Dauer des Heizens</translation>
    </message>
    <message>
        <source>How long the applicator heats.</source>
        <translation>Wie lange der Applikator heizt.</translation>
    </message>
    <message>
        <source>No source: enter the time of your protocol.</source>
        <translation>Keine Quelle: Geben Sie die Dauer Ihres Protokolls ein.</translation>
    </message>
    <message>
        <source>Time afterwards</source>
        <translation>Zeit danach</translation>
    </message>
    <message>
        <source>How long the tissue is followed after the applicator is off: hot tissue goes on to die.</source>
        <translation>Wie lange das Gewebe verfolgt wird, nachdem der Applikator aus ist: Heißes Gewebe stirbt weiter ab.</translation>
    </message>
    <message>
        <source>Temperature of the applicator's surface</source>
        <translation>Temperatur der Applikatoroberfläche</translation>
    </message>
    <message>
        <source>At what temperature the surface of the heating part is held.</source>
        <translation>Auf welcher Temperatur die Oberfläche des heizenden Teils gehalten wird.</translation>
    </message>
    <message>
        <source>No device: the reference case with a closed form that the solver is checked with. Above 100 °C tissue dries and chars, which is not modelled.</source>
        <translation>Kein Gerät: der Referenzfall mit geschlossener Lösung, mit dem der Löser geprüft wird. Über 100 °C trocknet und verkohlt Gewebe; das ist nicht modelliert.</translation>
    </message>
    <message>
        <source>Power that the tissue takes up</source>
        <translation>Leistung, die das Gewebe aufnimmt</translation>
    </message>
    <message>
        <source>What the tissue gets, not what the generator shows: cable, reflection and cooling take their share.</source>
        <translation>Was im Gewebe ankommt, nicht was der Generator anzeigt: Kabel, Reflexion und Kühlung nehmen ihren Teil.</translation>
    </message>
    <message>
        <source>No source: depends on generator and applicator.</source>
        <translation>Keine Quelle: hängt von Generator und Applikator ab.</translation>
    </message>
    <message>
        <source>Mean way until it is taken up</source>
        <translation>Mittlerer Weg bis zur Aufnahme</translation>
    </message>
    <message>
        <source>Mean path from the heating part on which the tissue takes the power up.</source>
        <translation>Mittlere Strecke vom heizenden Teil, auf der das Gewebe die Leistung aufnimmt.</translation>
    </message>
    <message>
        <source>No source: depends on frequency and applicator.</source>
        <translation>Keine Quelle: hängt von Frequenz und Applikator ab.</translation>
    </message>
    <message>
        <source>Heating part of the needle</source>
        <translation>Heizender Teil der Nadel</translation>
    </message>
    <message>
        <source>Length of the needle that heats, from its tip back.</source>
        <translation>Länge der Nadel, die heizt, von der Spitze zurück.</translation>
    </message>
    <message>
        <source>From memory of common electrodes. Use the data sheet of your device.</source>
        <translation>Aus dem Gedächtnis von gängigen Elektroden. Nehmen Sie das Datenblatt Ihres Geräts.</translation>
    </message>
    <message>
        <source>Radius of the needle</source>
        <translation>Radius der Nadel</translation>
    </message>
    <message>
        <source>Half of the needle's outer diameter.</source>
        <translation>Die Hälfte des äußeren Nadeldurchmessers.</translation>
    </message>
    <message>
        <source>About 17 gauge, from memory. Use the data sheet of your device.</source>
        <translation>Etwa 17 Gauge, aus dem Gedächtnis. Nehmen Sie das Datenblatt Ihres Geräts.</translation>
    </message>
    <message>
        <source>Heat conductivity of liver</source>
        <translation>Wärmeleitfähigkeit der Leber</translation>
    </message>
    <message>
        <source>How well liver passes heat on.</source>
        <translation>Wie gut Leber Wärme weiterleitet.</translation>
    </message>
    <message>
        <source>As in public models of radiofrequency ablation; 0.512 to 0.56 are in use.</source>
        <translation>Wie in öffentlichen Modellen der Radiofrequenzablation; 0.512 bis 0.56 sind in Gebrauch.</translation>
    </message>
    <message>
        <source>Blood flow through liver tissue</source>
        <translation>Durchblutung des Lebergewebes</translation>
    </message>
    <message>
        <source>Blood that flows through the tissue and carries heat away, as long as it lives.</source>
        <translation>Blut, das durch das Gewebe fließt und Wärme abführt, solange es lebt.</translation>
    </message>
    <message>
        <source>0.0064 per second as in a public model, from memory; 0.004 to 0.018 are in use.</source>
        <translation>0.0064 je Sekunde wie in einem öffentlichen Modell, aus dem Gedächtnis; 0.004 bis 0.018 sind in Gebrauch.</translation>
    </message>
    <message>
        <source>Density of liver</source>
        <translation>Dichte der Leber</translation>
    </message>
    <message>
        <source>Mass of liver in its volume.</source>
        <translation>Masse der Leber in ihrem Volumen.</translation>
    </message>
    <message>
        <source>As in a public program of radiofrequency ablation.</source>
        <translation>Wie in einem öffentlichen Programm der Radiofrequenzablation.</translation>
    </message>
    <message>
        <source>Specific heat of liver</source>
        <translation>Spezifische Wärme der Leber</translation>
    </message>
    <message>
        <source>Heat that warms a mass of liver.</source>
        <translation>Wärme, die eine Masse Leber erwärmt.</translation>
    </message>
    <message>
        <source>From memory; 3411 in a public program of radiofrequency ablation.</source>
        <translation>Aus dem Gedächtnis; 3411 in einem öffentlichen Programm der Radiofrequenzablation.</translation>
    </message>
    <message>
        <source>Density of blood</source>
        <translation>Dichte des Bluts</translation>
    </message>
    <message>
        <source>Mass of blood in its volume.</source>
        <translation>Masse des Bluts in seinem Volumen.</translation>
    </message>
    <message>
        <source>As in a public program of radiofrequency ablation; 1000 to 1060 are in use.</source>
        <translation>Wie in einem öffentlichen Programm der Radiofrequenzablation; 1000 bis 1060 sind in Gebrauch.</translation>
    </message>
    <message>
        <source>Specific heat of blood</source>
        <translation>Spezifische Wärme des Bluts</translation>
    </message>
    <message>
        <source>Heat that warms a mass of blood.</source>
        <translation>Wärme, die eine Masse Blut erwärmt.</translation>
    </message>
    <message>
        <source>As in the same public program; up to 4180 are in use.</source>
        <translation>Wie in demselben öffentlichen Programm; bis 4180 sind in Gebrauch.</translation>
    </message>
    <message>
        <source>Temperature of blood</source>
        <translation>Temperatur des Bluts</translation>
    </message>
    <message>
        <source>What blood and tissue have before heating, and large vessels always.</source>
        <translation>Was Blut und Gewebe vor dem Heizen haben und große Gefäße immer.</translation>
    </message>
    <message>
        <source>Body temperature, a choice of this model: measure the patient's.</source>
        <translation>Körpertemperatur, eine Wahl dieses Modells: Messen Sie die des Patienten.</translation>
    </message>
    <message>
        <source>Water that can boil</source>
        <translation>Wasser, das sieden kann</translation>
    </message>
    <message>
        <source>Share of the tissue's mass that boils between 99 and 100 °C and takes up latent heat; 0: no boiling.</source>
        <translation>Anteil der Gewebemasse, der zwischen 99 und 100 °C siedet und latente Wärme aufnimmt; 0: kein Sieden.</translation>
    </message>
    <message>
        <source>Range of 68 to 80 %, from memory; the lower end boils sooner.</source>
        <translation>Bereich von 68 bis 80 %, aus dem Gedächtnis; das untere Ende siedet früher.</translation>
    </message>
    <message>
        <source>Heat transfer at vessel walls</source>
        <translation>Wärmeübergang an Gefäßwänden</translation>
    </message>
    <message>
        <source>Heat that passes from the wall of a large vessel into its blood.</source>
        <translation>Wärme, die von der Wand eines großen Gefäßes in sein Blut übergeht.</translation>
    </message>
    <message>
        <source>Computed for laminar flow in a vessel of 6 mm with a Nusselt number of 4, that from memory.</source>
        <translation>Für laminare Strömung in einem Gefäß von 6 mm mit einer Nusseltzahl von 4 berechnet, diese aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Predict the heated zone</source>
        <translation>Die Hitzezone vorhersagen</translation>
    </message>
    <message>
        <source>Computes how heat spreads from a needle into the liver, and which tissue dies of it.</source>
        <translation>Berechnet, wie sich Wärme von einer Nadel in der Leber ausbreitet und welches Gewebe daran stirbt.</translation>
    </message>
    <message>
        <source>Pennes' bioheat equation on voxels about the heating part of the needle: conduction, blood flow that stops where tissue is dead, large vessels that cool, water that boils. Time by TR-BDF2 with steps that keep the error, space by finite volumes; both of second order, checked against closed forms. Tissue dies by an Arrhenius integral of 1 (63 %), or by 240 equivalent minutes at 43 °C (CEM43); both volumes are given, and the surface is of the model that you choose. Beside it stands the ellipsoid of the device that the plan was made with. A map on the lesion (else on the ellipsoid) shows its temperature over time: choose it in the list of the case and play it.

Sources: Pennes 1948 (J Appl Physiol 1:93); Bank et al. 1985 and Hosea and Shampine 1996 (TR-BDF2); Gibou et al. 2002 (walls); Arrhenius pair of liver as in public programs; Sapareto and Dewey 1984 (CEM43).

Limits: a prediction for teaching, not for clinical use. All tissue has the properties of liver, also outside of it and in the lesion. Power given is spread by a model of its own, of no device, and does not change as tissue dries. Steam stays where it was made. Most properties are marked unverified: set your own, and see how much they move the result with the sensitivity analysis.</source>
        <translation>Pennes' Biowärmegleichung auf Voxeln um den heizenden Teil der Nadel: Wärmeleitung, Durchblutung, die aufhört, wo Gewebe tot ist, große Gefäße, die kühlen, Wasser, das siedet. Die Zeit mit TR-BDF2 und Schritten, die den Fehler halten, der Raum mit finiten Volumen; beide von zweiter Ordnung, gegen geschlossene Lösungen geprüft. Gewebe stirbt bei einem Arrhenius-Integral von 1 (63 %) oder bei 240 äquivalenten Minuten bei 43 °C (CEM43); beide Volumen werden angegeben, und die Oberfläche gehört zu dem Modell, das Sie wählen. Daneben steht das Ellipsoid des Geräts, mit dem der Plan gemacht wurde. Eine Karte auf der Läsion (sonst auf dem Ellipsoid) zeigt deren Temperatur über die Zeit: Wählen Sie sie in der Liste des Falls und spielen Sie sie ab.

Quellen: Pennes 1948 (J Appl Physiol 1:93); Bank et al. 1985 und Hosea und Shampine 1996 (TR-BDF2); Gibou et al. 2002 (Wände); Arrhenius-Paar der Leber wie in öffentlichen Programmen; Sapareto und Dewey 1984 (CEM43).

Grenzen: eine Vorhersage für den Unterricht, nicht für den klinischen Gebrauch. Alles Gewebe hat die Eigenschaften von Leber, auch außerhalb von ihr und in der Läsion. Eine gegebene Leistung wird nach einem eigenen Modell verteilt, das zu keinem Gerät gehört, und ändert sich nicht, wenn Gewebe trocknet. Dampf bleibt, wo er entstand. Die meisten Eigenschaften sind als ungeprüft bezeichnet: Setzen Sie Ihre eigenen und sehen Sie mit der Sensitivitätsanalyse, wie sehr sie das Ergebnis bewegen.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>The puncture plan whose needle heats.</source>
        <translation>Der Punktionsplan, dessen Nadel heizt.</translation>
    </message>
    <message>
        <source>The liver; its image gives the voxels.</source>
        <translation>Die Leber; ihr Bild gibt die Voxel vor.</translation>
    </message>
    <message>
        <source>The lesion to be destroyed.</source>
        <translation>Die Läsion, die zerstört werden soll.</translation>
    </message>
    <message>
        <source>Where the needle's tip lies; without a plan.</source>
        <translation>Wo die Nadelspitze liegt; ohne Plan.</translation>
    </message>
    <message>
        <source>Where the needle comes from; without a plan.</source>
        <translation>Woher die Nadel kommt; ohne Plan.</translation>
    </message>
    <message>
        <source>Heating</source>
        <translation>Heizen</translation>
    </message>
    <message>
        <source>surface held</source>
        <translation>Oberfläche gehalten</translation>
    </message>
    <message>
        <source>power given</source>
        <translation>Leistung gegeben</translation>
    </message>
    <message>
        <source>Whether the applicator's surface is held at a temperature or gives a power.</source>
        <translation>Ob die Oberfläche des Applikators auf einer Temperatur gehalten wird oder eine Leistung abgibt.</translation>
    </message>
    <message>
        <source>Model of cell death</source>
        <translation>Modell des Zelltods</translation>
    </message>
    <message>
        <source>Arrhenius</source>
        <translation>Arrhenius</translation>
    </message>
    <message>
        <source>CEM43</source>
        <translation>CEM43</translation>
    </message>
    <message>
        <source>Which one the surface is made of; the volumes of both are given.</source>
        <translation>Aus welchem die Oberfläche gemacht wird; die Volumen beider werden angegeben.</translation>
    </message>
    <message>
        <source>Large vessels cool</source>
        <translation>Große Gefäße kühlen</translation>
    </message>
    <message>
        <source>at blood temperature</source>
        <translation>auf Bluttemperatur</translation>
    </message>
    <message>
        <source>by heat transfer</source>
        <translation>durch Wärmeübergang</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <source>How vessels of at least the major calibre take heat away.</source>
        <translation>Wie Gefäße von mindestens dem großen Kaliber Wärme abführen.</translation>
    </message>
    <message>
        <source>Voxels of the heat model</source>
        <translation>Voxel des Wärmemodells</translation>
    </message>
    <message>
        <source>Edge of a voxel that heat is computed on; half of it takes 8 times the memory.</source>
        <translation>Kante eines Voxels, auf dem Wärme berechnet wird; die Hälfte braucht den achtfachen Speicher.</translation>
    </message>
    <message>
        <source>Half edge of the box</source>
        <translation>Halbe Kante des Kastens</translation>
    </message>
    <message>
        <source>Heat is computed in a box so far about the heating part; its sides are held at the temperature of blood.</source>
        <translation>Wärme wird in einem Kasten so weit um den heizenden Teil berechnet; seine Seiten werden auf Bluttemperatur gehalten.</translation>
    </message>
    <message>
        <source>Volume with an Arrhenius integral of 1 or more</source>
        <translation>Volumen mit einem Arrhenius-Integral von 1 oder mehr</translation>
    </message>
    <message>
        <source>Volume with an Arrhenius integral of 4.6 or more</source>
        <translation>Volumen mit einem Arrhenius-Integral von 4.6 oder mehr</translation>
    </message>
    <message>
        <source>Volume with 240 equivalent minutes at 43 °C or more</source>
        <translation>Volumen mit 240 äquivalenten Minuten bei 43 °C oder mehr</translation>
    </message>
    <message>
        <source>Part of the predicted damage outside the liver</source>
        <translation>Teil des vorhergesagten Schadens außerhalb der Leber</translation>
    </message>
    <message>
        <source>Share of the lesion in the predicted damage</source>
        <translation>Anteil der Läsion im vorhergesagten Schaden</translation>
    </message>
    <message>
        <source>Highest temperature of tissue</source>
        <translation>Höchste Temperatur des Gewebes</translation>
    </message>
    <message>
        <source>Volume of the vendor's ellipsoid</source>
        <translation>Volumen des Hersteller-Ellipsoids</translation>
    </message>
    <message>
        <source>Share of the vendor's ellipsoid in the predicted damage</source>
        <translation>Anteil des Hersteller-Ellipsoids im vorhergesagten Schaden</translation>
    </message>
    <message>
        <source>Share of the predicted damage in the vendor's ellipsoid</source>
        <translation>Anteil des vorhergesagten Schadens im Hersteller-Ellipsoid</translation>
    </message>
    <message>
        <source>Computing heat</source>
        <translation>Wärme wird berechnet</translation>
    </message>
    <message>
        <source>Follow a path over a breath</source>
        <translation>Einen Pfad über einen Atemzug verfolgen</translation>
    </message>
    <message>
        <source>Says where the target goes while the patient breathes, what comes near the needle, and what a gate leaves of it.</source>
        <translation>Sagt, wohin das Ziel wandert, während der Patient atmet, was der Nadel nahe kommt und was ein Atemfenster davon übrig lässt.</translation>
    </message>
    <message>
        <source>The puncture plan to be followed.</source>
        <translation>Der Punktionsplan, der verfolgt werden soll.</translation>
    </message>
    <message>
        <source>Registrations</source>
        <translation>Registrierungen</translation>
    </message>
    <message>
        <source>Of images of other states of breathing onto the image of the plan.</source>
        <translation>Von Bildern anderer Atemzustände auf das Bild des Plans.</translation>
    </message>
    <message>
        <source>Its motion tells how far one breathes in.</source>
        <translation>Ihre Bewegung sagt, wie weit eingeatmet ist.</translation>
    </message>
    <message>
        <source>The target.</source>
        <translation>Das Ziel.</translation>
    </message>
    <message>
        <source>Image of the plan</source>
        <translation>Bild des Plans</translation>
    </message>
    <message>
        <source>At which end of the breath it was taken.</source>
        <translation>An welchem Ende des Atemzugs es aufgenommen wurde.</translation>
    </message>
    <message>
        <source>breathed out</source>
        <translation>ausgeatmet</translation>
    </message>
    <message>
        <source>breathed in</source>
        <translation>eingeatmet</translation>
    </message>
    <message>
        <source>One breath in equal steps</source>
        <translation>Ein Atemzug in gleichen Schritten</translation>
    </message>
    <message>
        <source>The registrations are given in the order of one breath in equal steps of time that begins with the image of the plan: then the way in may be another one than the way out.</source>
        <translation>Die Registrierungen stehen in der Reihenfolge eines Atemzugs in gleichen Zeitschritten, der mit dem Bild des Plans beginnt: Dann darf der Weg beim Einatmen ein anderer sein als beim Ausatmen.</translation>
    </message>
    <message>
        <source>Rest at the end of breathing out</source>
        <translation>Ruhe am Ende des Ausatmens</translation>
    </message>
    <message>
        <source>Exponent n of the breath sin^2n: the larger, the longer the rest.</source>
        <translation>Exponent n des Atemzugs sin^2n: je größer, desto länger die Ruhe.</translation>
    </message>
    <message>
        <source>1 to 3 in Lujan et al. 1999, from memory</source>
        <translation>1 bis 3 bei Lujan et al. 1999, aus dem Gedächtnis</translation>
    </message>
    <message>
        <source>Gate at the end of</source>
        <translation>Atemfenster am Ende von</translation>
    </message>
    <message>
        <source>Where the needle is moved, or the breath held.</source>
        <translation>Wo die Nadel bewegt oder der Atem angehalten wird.</translation>
    </message>
    <message>
        <source>Make the space that structures take</source>
        <translation>Den Raum erzeugen, den Strukturen einnehmen</translation>
    </message>
    <message>
        <source>Also make structures of where the lesion, and what is near the needle, is over the breath.</source>
        <translation>Auch Strukturen davon erzeugen, wo die Läsion und das, was der Nadel nahe ist, während des Atemzugs liegen.</translation>
    </message>
    <message>
        <source>Voxel size of the map of distances.</source>
        <translation>Voxelgröße der Abstandskarte.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Id of the result to make or replace.</source>
        <translation>Kennung des Ergebnisses, das erzeugt oder ersetzt wird.</translation>
    </message>
    <message>
        <source>Time of one breath</source>
        <translation>Dauer eines Atemzugs</translation>
    </message>
    <message>
        <source>From one end of breathing out to the next.</source>
        <translation>Von einem Ende des Ausatmens bis zum nächsten.</translation>
    </message>
    <message>
        <source>Quiet breathing, from memory: count the patient's.</source>
        <translation>Ruhige Atmung, aus dem Gedächtnis: Zählen Sie die des Patienten.</translation>
    </message>
    <message>
        <source>Depth of breathing, of that on the images</source>
        <translation>Atemtiefe, bezogen auf die der Bilder</translation>
    </message>
    <message>
        <source>How deep one breathes in beside how deep the images show it; above 100 % the motion is carried on in a straight line.</source>
        <translation>Wie tief eingeatmet wird im Vergleich zu dem, was die Bilder zeigen; über 100 % wird die Bewegung geradlinig fortgesetzt.</translation>
    </message>
    <message>
        <source>No source: as on the images.</source>
        <translation>Keine Quelle: wie auf den Bildern.</translation>
    </message>
    <message>
        <source>Gate, of the depth</source>
        <translation>Atemfenster, Anteil der Tiefe</translation>
    </message>
    <message>
        <source>The needle is moved only so near to the chosen end of the breath.</source>
        <translation>Die Nadel wird nur so nahe am gewählten Ende des Atemzugs bewegt.</translation>
    </message>
    <message>
        <source>10 to 20 % of the amplitude at the end of breathing out, from memory.</source>
        <translation>10 bis 20 % der Amplitude am Ende des Ausatmens, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Miss of the target</source>
        <translation>Verfehlen des Ziels</translation>
    </message>
    <message>
        <source>How far the target may lie from where the tip stands.</source>
        <translation>Wie weit das Ziel von der Nadelspitze entfernt liegen darf.</translation>
    </message>
    <message>
        <source>Of the size of navigation errors of 2 to 5 mm in phantoms and pigs (abstracts); a choice of this planner.</source>
        <translation>Von der Größe der Navigationsfehler von 2 bis 5 mm in Phantomen und Schweinen (Zusammenfassungen); eine Wahl dieses Planers.</translation>
    </message>
    <message>
        <source>Structures near the needle</source>
        <translation>Strukturen nahe der Nadel</translation>
    </message>
    <message>
        <source>Of structures so near the needle the space that they take over the breath is made.</source>
        <translation>Von Strukturen, die der Nadel so nahe sind, wird der Raum erzeugt, den sie während des Atemzugs einnehmen.</translation>
    </message>
    <message>
        <source>No source: as the safe distance of a path.</source>
        <translation>Keine Quelle: wie der sichere Abstand eines Pfads.</translation>
    </message>
    <message>
        <source>Motion of the target, head to feet</source>
        <translation>Bewegung des Ziels, Kopf zu Fuß</translation>
    </message>
    <message>
        <source>Motion of the target, front to back</source>
        <translation>Bewegung des Ziels, vorn nach hinten</translation>
    </message>
    <message>
        <source>Motion of the target, left to right</source>
        <translation>Bewegung des Ziels, links nach rechts</translation>
    </message>
    <message>
        <source>Target from where the tip stands, at most</source>
        <translation>Ziel von der Nadelspitze entfernt, höchstens</translation>
    </message>
    <message>
        <source>Time in which the target is missed</source>
        <translation>Zeit, in der das Ziel verfehlt wird</translation>
    </message>
    <message>
        <source>Time in the gate</source>
        <translation>Zeit im Atemfenster</translation>
    </message>
    <message>
        <source>Target in the gate from where the tip stands</source>
        <translation>Ziel im Atemfenster von der Nadelspitze entfernt</translation>
    </message>
    <message>
        <source>Motion that is left in the gate</source>
        <translation>Bewegung, die im Atemfenster bleibt</translation>
    </message>
    <message>
        <source>Time in the gate in which it is missed</source>
        <translation>Zeit im Atemfenster, in der es verfehlt wird</translation>
    </message>
    <message>
        <source>Distance to bone</source>
        <translation>Abstand zu Knochen</translation>
    </message>
    <message>
        <source>Distance to organs</source>
        <translation>Abstand zu Organen</translation>
    </message>
    <message>
        <source>Distance to major vessels</source>
        <translation>Abstand zu großen Gefäßen</translation>
    </message>
    <message>
        <source>Distance to bone in the gate</source>
        <translation>Abstand zu Knochen im Atemfenster</translation>
    </message>
    <message>
        <source>Distance to organs in the gate</source>
        <translation>Abstand zu Organen im Atemfenster</translation>
    </message>
    <message>
        <source>Distance to major vessels in the gate</source>
        <translation>Abstand zu großen Gefäßen im Atemfenster</translation>
    </message>
    <message>
        <source>Score of the path, at its worst (0 best)</source>
        <translation>Bewertung des Pfads im schlechtesten Fall (0 am besten)</translation>
    </message>
    <message>
        <source>Time in which the path breaks a limit</source>
        <translation>Zeit, in der der Pfad eine Grenze verletzt</translation>
    </message>
    <message>
        <source>outside of the box</source>
        <translation>außerhalb des Kastens</translation>
    </message>
    <message>
        <source>Images of other states of breathing are registered onto the image of the plan (Deformable registration; with the sliding border between liver and chest wall where there is one). From these a model is made: at each place the displacement is a straight line in how far one has breathed in, by least squares; of images in the order of one breath also in how fast, so that the way in may be another one than the way out. How far in each image was taken, is told by how far the liver moved. One breath then follows a curve that rests at the end of breathing out.

The needle stands still and the body moves through it. The table says how the target moves, for how much of the time it is farther off the tip than allowed, in the whole breath and in the gate, how near bone, organs and major vessels come, and for how long the path breaks a limit. Structures show the space that the lesion, and what comes near the needle, takes over the breath; a map on the liver shows its motion over time, and the body itself can be played as it breathes.

Sources: Lujan et al. 1999 (Med Phys 26:715); McClelland et al. 2013 (Med Image Anal 17:19).

Limits: every breath is like the one on the images but for its depth; drift, coughing and a needle that is carried along or bends are not modelled. Distances are those on the images at the places carried back. Research and teaching only, not for clinical use.</source>
        <translation>Bilder anderer Atemzustände werden auf das Bild des Plans registriert (verformbare Registrierung; mit der Gleitgrenze zwischen Leber und Brustwand, wo es eine gibt). Daraus entsteht ein Modell: An jedem Ort ist die Verschiebung eine gerade Linie darin, wie weit eingeatmet ist, nach kleinsten Quadraten; bei Bildern in der Reihenfolge eines Atemzugs auch darin, wie schnell, sodass der Weg beim Einatmen ein anderer sein darf als beim Ausatmen. Wie weit in jedem Bild eingeatmet war, sagt, wie weit sich die Leber bewegt hat. Ein Atemzug folgt dann einer Kurve, die am Ende des Ausatmens ruht.

Die Nadel steht still, und der Körper bewegt sich durch sie hindurch. Die Tabelle sagt, wie sich das Ziel bewegt, für welchen Anteil der Zeit es weiter von der Spitze entfernt ist als erlaubt, im ganzen Atemzug und im Atemfenster, wie nahe Knochen, Organe und große Gefäße kommen und wie lange der Pfad eine Grenze verletzt. Strukturen zeigen den Raum, den die Läsion und das, was der Nadel nahe kommt, während des Atemzugs einnehmen; eine Karte auf der Leber zeigt deren Bewegung über die Zeit, und der Körper selbst lässt sich abspielen, wie er atmet.

Quellen: Lujan et al. 1999 (Med Phys 26:715); McClelland et al. 2013 (Med Image Anal 17:19).

Grenzen: Jeder Atemzug ist wie der auf den Bildern, bis auf seine Tiefe; Drift, Husten und eine Nadel, die mitgenommen wird oder sich biegt, sind nicht modelliert. Abstände sind die der Bilder an den zurückgetragenen Orten. Nur für Forschung und Lehre, nicht für den klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>Measure the margin of heated zones</source>
        <translation>Den Rand von Hitzezonen messen</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>The puncture plans whose needles heat.</source>
        <translation>Die Punktionspläne, deren Nadeln heizen.</translation>
    </message>
    <message>
        <source>What shall be heated.</source>
        <translation>Was erhitzt werden soll.</translation>
    </message>
    <message>
        <source>What is heated beside the lesion.</source>
        <translation>Was neben der Läsion erhitzt wird.</translation>
    </message>
    <message>
        <source>Least margin of heat around the lesion</source>
        <translation>Kleinster Hitzerand um die Läsion</translation>
    </message>
    <message>
        <source>Lesion that is heated</source>
        <translation>Erhitzter Anteil der Läsion</translation>
    </message>
    <message>
        <source>Heated within 5 mm of the lesion</source>
        <translation>Erhitzt im Umkreis von 5 mm um die Läsion</translation>
    </message>
    <message>
        <source>Heated within 10 mm of the lesion</source>
        <translation>Erhitzt im Umkreis von 10 mm um die Läsion</translation>
    </message>
    <message>
        <source>Heated volume</source>
        <translation>Erhitztes Volumen</translation>
    </message>
    <message>
        <source>Healthy liver heated</source>
        <translation>Erhitzte gesunde Leber</translation>
    </message>
    <message>
        <source>Heated outside of the liver</source>
        <translation>Erhitzt außerhalb der Leber</translation>
    </message>
    <message>
        <source>not heated</source>
        <translation>nicht erhitzt</translation>
    </message>
    <message>
        <source>Each puncture plan brings the zone that its device was entered with, an ellipsoid about its needle, scaled to the patient by its factor. What lies in any of them is heated. The margin is the distance from each place of the lesion's surface to the nearest place that is not heated: exact for one zone, to about 0.01 mm where zones meet. The map shows it on the lesion; what is not heated has the colour of no value. Shares and volumes are counted on the lesion's voxels.

What margins mean: no local progression was seen at a least margin of 3 mm or more (Laimer 2021), of 4 or 5 mm (Laimer 2025); freedom from progression after two years rose with it from 26 % to 80 % (Wang 2013). Read in abstracts.

Limits: ellipsoids of a chart, without vessels that cool and without what one zone does to the next. Charts from healthy animal liver do not predict patients. Research and teaching only, not for clinical use.</source>
        <translation>Jeder Punktionsplan bringt die Zone mit, mit der sein Gerät eingetragen wurde, ein Ellipsoid um seine Nadel, mit seinem Faktor auf den Patienten umgerechnet. Was in einer von ihnen liegt, wird erhitzt. Der Rand ist der Abstand von jedem Ort der Läsionsoberfläche zum nächsten Ort, der nicht erhitzt wird: exakt für eine Zone, auf etwa 0,01 mm, wo Zonen aneinanderstoßen. Die Karte zeigt ihn auf der Läsion; was nicht erhitzt wird, hat die Farbe ohne Wert. Anteile und Volumen werden auf den Voxeln der Läsion gezählt.

Was Ränder bedeuten: Bei einem kleinsten Rand von 3 mm oder mehr (Laimer 2021), von 4 oder 5 mm (Laimer 2025) wurde kein örtliches Fortschreiten gesehen; die Freiheit davon nach zwei Jahren stieg mit ihm von 26 % auf 80 % (Wang 2013). In Zusammenfassungen gelesen.

Grenzen: Ellipsoide einer Tabelle, ohne Gefäße, die kühlen, und ohne das, was eine Zone mit der nächsten macht. Tabellen aus gesunder Tierleber sagen Patienten nicht voraus. Nur für Forschung und Lehre, nicht für den klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>%1 % of '%2' had too little signal and was left out.</source>
        <translation>%1 % von „%2“ hatten zu wenig Signal und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>%1 % of its surface at the border of the liver</source>
        <translation>%1 % ihrer Oberfläche am Rand der Leber</translation>
    </message>
    <message>
        <source>%1 % of the %2 would remain, less than %3 %.</source>
        <translation>Es blieben %1 % (bezogen auf: %2), weniger als %3 %.</translation>
    </message>
    <message>
        <source>%1 % of the region lies beyond the image and is not counted.</source>
        <translation>%1 % der Region liegen außerhalb des Bildes und werden nicht gezählt.</translation>
    </message>
    <message>
        <source>%1 (%2) %3; expected %4.</source>
        <translation>%1 (%2) %3; erwartet: %4.</translation>
    </message>
    <message>
        <source>%1 (%2) is not chosen, and the case has no %3 that it could be.</source>
        <translation>Nicht gewählt: %1 (%2). Im Fall fehlt ein passendes Objekt: %3.</translation>
    </message>
    <message>
        <source>%1 (%2): '%3' is not a %4 of this case.</source>
        <translation>%1 (%2): „%3“ ist kein passendes Objekt dieses Falls (verlangt: %4).</translation>
    </message>
    <message>
        <source>%1 (%2): '%3' is not an id.</source>
        <translation>%1 (%2): „%3“ ist keine Kennung.</translation>
    </message>
    <message>
        <source>%1 (watershed)</source>
        <translation>%1 (Wasserscheide)</translation>
    </message>
    <message>
        <source>%1 DICOM file is damaged and left out.</source>
        <translation>%1 DICOM-Datei ist beschädigt und wurde weggelassen.</translation>
    </message>
    <message>
        <source>%1 DICOM files are damaged and left out.</source>
        <translation>%1 DICOM-Dateien sind beschädigt und wurden weggelassen.</translation>
    </message>
    <message>
        <source>%1 HU darker than the parenchyma, whose spread is %2</source>
        <translation>%1 HU dunkler als das Parenchym, dessen Streuung %2 ist</translation>
    </message>
    <message>
        <source>%1 Until then, save often: only what you save is kept.</source>
        <translation>%1 Bis dahin oft speichern: Nur Gespeichertes bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 by %2, %3 (content %4%5</source>
        <translation>%1 von %2, %3 (Inhalt %4%5</translation>
    </message>
    <message>
        <source>%1 by the split of the gradient alone; %2 in 95 of 100 draws of split and inputs</source>
        <translation>%1 allein durch die Aufteilung des Gradienten; %2 in 95 von 100 Ziehungen von Aufteilung und Eingaben</translation>
    </message>
    <message>
        <source>%1 cannot run: %2</source>
        <translation>„%1“ kann nicht ausgeführt werden: %2</translation>
    </message>
    <message>
        <source>%1 could not be made again and stays as it is: %2</source>
        <translation>%1 konnte nicht neu erstellt werden und bleibt, wie es ist: %2</translation>
    </message>
    <message>
        <source>%1 cuts reach the end of the image or farther than the reach: their areas are too small.</source>
        <translation>Schnitte, die den Bildrand erreichen oder über die Reichweite hinausgehen: %1. Ihre Flächen sind zu klein.</translation>
    </message>
    <message>
        <source>%1 distance</source>
        <translation>Abstand: %1</translation>
    </message>
    <message>
        <source>%1 entries of the zip archive point outside of it and were left out.</source>
        <translation>%1 Einträge des Zip-Archivs weisen aus ihm hinaus und wurden weggelassen.</translation>
    </message>
    <message>
        <source>%1 entry of the zip archive points outside of it and was left out.</source>
        <translation>%1 Eintrag des Zip-Archivs weist aus ihm hinaus und wurde weggelassen.</translation>
    </message>
    <message>
        <source>%1 file could not be read.</source>
        <translation>%1 Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 file ends before the last pixel.</source>
        <translation>%1 Datei endet vor dem letzten Pixel.</translation>
    </message>
    <message>
        <source>%1 file ends before the last pixel; such slices were left out.</source>
        <translation>%1 Datei endet vor dem letzten Pixel; solche Schichten wurden weggelassen.</translation>
    </message>
    <message>
        <source>%1 file is empty (0 bytes) and left out.</source>
        <translation>%1 Datei ist leer (0 Byte) und wurde weggelassen.</translation>
    </message>
    <message>
        <source>%1 files are empty (0 bytes) and left out.</source>
        <translation>%1 Dateien sind leer (0 Byte) und wurden weggelassen.</translation>
    </message>
    <message>
        <source>%1 files could not be read.</source>
        <translation>%1 Dateien konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 files end before the last pixel.</source>
        <translation>%1 Dateien enden vor dem letzten Pixel.</translation>
    </message>
    <message>
        <source>%1 files end before the last pixel; such slices were left out.</source>
        <translation>%1 Dateien enden vor dem letzten Pixel; solche Schichten wurden weggelassen.</translation>
    </message>
    <message>
        <source>%1 files name no patient and no modality.</source>
        <translation>%1-Dateien nennen weder Patient noch Modalität.</translation>
    </message>
    <message>
        <source>%1 folder or file could not be opened.</source>
        <translation>%1 Ordner oder Datei konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>%1 folders or files could not be opened.</source>
        <translation>%1 Ordner oder Dateien konnten nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>%1 images are exact copies of others and were left out.</source>
        <translation>%1 Bilder sind genaue Kopien anderer und wurden weggelassen.</translation>
    </message>
    <message>
        <source>%1 in the case file is damaged.</source>
        <translation>In der Falldatei beschädigt: %1.</translation>
    </message>
    <message>
        <source>%1 in the case file is damaged: %2</source>
        <translation>In der Falldatei beschädigt: %1. %2</translation>
    </message>
    <message>
        <source>%1 is a doubtful proposal (%2): %3</source>
        <translation>%1 ist ein zweifelhafter Vorschlag (%2): %3</translation>
    </message>
    <message>
        <source>%1 is missing: %2</source>
        <translation>Es fehlt: %1. %2</translation>
    </message>
    <message>
        <source>%1 lies on another voxel grid than the edited structure.</source>
        <translation>%1 liegt auf einem anderen Voxelgitter als die bearbeitete Struktur.</translation>
    </message>
    <message>
        <source>%1 link to a folder was not followed.</source>
        <translation>%1 Verknüpfung mit einem Ordner wurde nicht verfolgt.</translation>
    </message>
    <message>
        <source>%1 links to folders were not followed.</source>
        <translation>%1 Verknüpfungen mit Ordnern wurden nicht verfolgt.</translation>
    </message>
    <message>
        <source>%1 mL are predicted to die. This is a model with properties that are mostly unverified.</source>
        <translation>Nach der Vorhersage sterben %1 mL ab. Dies ist ein Modell mit größtenteils ungeprüften Eigenschaften.</translation>
    </message>
    <message>
        <source>%1 mm of the %2 mm of portal branches in the liver belong to no part; what they feed went to the nearest one.</source>
        <translation>%1 mm der %2 mm Pfortaderäste in der Leber gehören zu keinem Teil; was sie versorgen, ging an den nächsten.</translation>
    </message>
    <message>
        <source>%1 of %2 places are turned inside out: the field is wrong there.</source>
        <translation>Umgestülpte Stellen: %1 von %2. Das Feld ist dort falsch.</translation>
    </message>
    <message>
        <source>%1 of %2 structures were carried over, as proposals.</source>
        <translation>Als Vorschläge übertragene Strukturen: %1 von %2.</translation>
    </message>
    <message>
        <source>%1 of 100 draws of the inputs were no circulation and were left out.</source>
        <translation>%1 von 100 Ziehungen der Eingaben ergaben keinen Kreislauf und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>%1 on %2 by landmarks</source>
        <translation>%1 auf %2 nach Landmarken</translation>
    </message>
    <message>
        <source>%1 or more points in mm, x,y,z; x,y,z; ... (LPS)</source>
        <translation>mindestens %1 Punkte in mm, x,y,z; x,y,z; ... (LPS)</translation>
    </message>
    <message>
        <source>%1 place is proposed as liver lesion.</source>
        <translation>%1 Stelle wird als Leberläsion vorgeschlagen.</translation>
    </message>
    <message>
        <source>%1 places are proposed as liver lesions.</source>
        <translation>%1 Stellen werden als Leberläsionen vorgeschlagen.</translation>
    </message>
    <message>
        <source>%1 places are set in both images; %2 are needed.</source>
        <translation>In beiden Bildern gesetzte Stellen: %1; nötig sind %2.</translation>
    </message>
    <message>
        <source>%1 places hold different images; the later one of each was taken.</source>
        <translation>An %1 Orten liegen verschiedene Bilder; das jeweils spätere wurde genommen.</translation>
    </message>
    <message>
        <source>%1 places of the centreline in between do not lie in the vessel and were left out.</source>
        <translation>Weggelassene Stellen der Mittellinie dazwischen, die nicht im Gefäß liegen: %1.</translation>
    </message>
    <message>
        <source>%1 s after the end of breathing out</source>
        <translation>%1 s nach Ende der Ausatmung</translation>
    </message>
    <message>
        <source>%1 slice is missing (a step of %2). The gap was filled by interpolation.</source>
        <translation>%1 Schicht fehlt (ein Schritt von %2). Die Lücke wurde durch Interpolation gefüllt.</translation>
    </message>
    <message>
        <source>%1 slices are missing (a step of %2). The gap was filled by interpolation.</source>
        <translation>%1 Schichten fehlen (ein Schritt von %2). Die Lücke wurde durch Interpolation gefüllt.</translation>
    </message>
    <message>
        <source>%1 voxel holds no number (NaN or infinite) and got the lowest value of the image, %2.</source>
        <translation>%1 Voxel enthält keine Zahl (NaN oder unendlich) und bekam den niedrigsten Wert des Bildes, %2.</translation>
    </message>
    <message>
        <source>%1 voxels hold a padding value below -1024 HU (lowest %2); they were set to -1024.</source>
        <translation>%1 Voxel enthalten einen Füllwert unter -1024 HU (niedrigster %2); sie wurden auf -1024 gesetzt.</translation>
    </message>
    <message>
        <source>%1 voxels hold no number (NaN or infinite) and got the lowest value of the image, %2.</source>
        <translation>%1 Voxel enthalten keine Zahl (NaN oder unendlich) und bekamen den niedrigsten Wert des Bildes, %2.</translation>
    </message>
    <message>
        <source>%1 voxels of the liver hang together with no branch and belong to no part.</source>
        <translation>Voxel der Leber ohne Verbindung zu einem Ast, die zu keinem Teil gehören: %1.</translation>
    </message>
    <message>
        <source>%1 was skipped: %2</source>
        <translation>Übersprungen: „%1“. %2</translation>
    </message>
    <message>
        <source>%1 with a %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>%1, area-equivalent diameter</source>
        <translation>%1, flächengleicher Durchmesser</translation>
    </message>
    <message>
        <source>%1, body surface %2 m²; the formula is from memory (unverified)</source>
        <translation>%1, Körperoberfläche %2 m²; die Formel ist aus dem Gedächtnis (ungeprüft)</translation>
    </message>
    <message>
        <source>%1, distance along the vessel</source>
        <translation>%1, Strecke entlang des Gefäßes</translation>
    </message>
    <message>
        <source>%1, over the breath</source>
        <translation>%1, über den Atemzug</translation>
    </message>
    <message>
        <source>%1. Not calibrated against expert masks.</source>
        <translation>%1. Nicht an Masken von Fachleuten kalibriert.</translation>
    </message>
    <message>
        <source>%1: the path in 3D</source>
        <translation>%1: der Weg in 3-D</translation>
    </message>
    <message>
        <source>%1; least room: %2</source>
        <translation>%1; am wenigsten Spielraum: %2</translation>
    </message>
    <message>
        <source>%1; stands in for the hepatic venous pressure gradient</source>
        <translation>%1; steht für den hepatovenösen Druckgradienten</translation>
    </message>
    <message>
        <source>'%1' and '%2' were made on different voxel grids.</source>
        <translation>„%1“ und „%2“ wurden auf verschiedenen Voxelgittern erzeugt.</translation>
    </message>
    <message>
        <source>'%1' cannot be made again: %2</source>
        <translation>„%1“ kann nicht neu erstellt werden: %2</translation>
    </message>
    <message>
        <source>'%1' cannot be made again: %2.</source>
        <translation>„%1“ kann nicht neu erstellt werden: %2.</translation>
    </message>
    <message>
        <source>'%1' cannot run:%2 %3</source>
        <translation>„%1“ kann nicht ausgeführt werden:%2 %3</translation>
    </message>
    <message>
        <source>'%1' could not be rebuilt: %2</source>
        <translation>„%1“ konnte nicht neu erstellt werden: %2</translation>
    </message>
    <message>
        <source>'%1' could not be written.</source>
        <translation>„%1“ konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>'%1' does not fit %2 (%3).</source>
        <translation>„%1“ passt nicht zu „%2“ (%3).</translation>
    </message>
    <message>
        <source>'%1' does not lie in the image: it has no values there.</source>
        <translation>„%1“ liegt nicht im Bild und hat dort keine Werte.</translation>
    </message>
    <message>
        <source>'%1' does not touch the liver and was left out.</source>
        <translation>„%1“ berührt die Leber nicht und wurde weggelassen.</translation>
    </message>
    <message>
        <source>'%1' exists and would be overwritten.</source>
        <translation>„%1“ ist schon vorhanden und würde überschrieben.</translation>
    </message>
    <message>
        <source>'%1' has been acknowledged for this reason already.</source>
        <translation>„%1“ ist mit dieser Begründung bereits anerkannt.</translation>
    </message>
    <message>
        <source>'%1' has been checked by a person: the lesions are known.</source>
        <translation>„%1“ ist von einer Person geprüft: Die Läsionen sind bekannt.</translation>
    </message>
    <message>
        <source>'%1' has been confirmed and would be overwritten.</source>
        <translation>„%1“ ist bestätigt und würde überschrieben.</translation>
    </message>
    <message>
        <source>'%1' has no heated zone.</source>
        <translation>„%1“ hat keine Hitzezone.</translation>
    </message>
    <message>
        <source>'%1' has no mask and is not kept away from.</source>
        <translation>„%1“ hat keine Maske; davon wird kein Abstand gehalten.</translation>
    </message>
    <message>
        <source>'%1' has no mask.</source>
        <translation>„%1“ hat keine Maske.</translation>
    </message>
    <message>
        <source>'%1' has no number '%2'.</source>
        <translation>„%1“ hat keine Zahl „%2“.</translation>
    </message>
    <message>
        <source>'%1' has no voxel in the region to flood.</source>
        <translation>„%1“ hat kein Voxel in der Region, die geflutet werden soll.</translation>
    </message>
    <message>
        <source>'%1' has no voxel in this image.</source>
        <translation>„%1“ hat kein Voxel in diesem Bild.</translation>
    </message>
    <message>
        <source>'%1' has no voxels.</source>
        <translation>„%1“ hat keine Voxel.</translation>
    </message>
    <message>
        <source>'%1' is a note and stands in nobody's way.</source>
        <translation>„%1“ ist ein Hinweis und steht niemandem im Weg.</translation>
    </message>
    <message>
        <source>'%1' is a plan of another kind.</source>
        <translation>„%1“ ist ein Plan anderer Art.</translation>
    </message>
    <message>
        <source>'%1' is another version than that of the record.</source>
        <translation>„%1“ hat eine andere Version als in der Aufzeichnung.</translation>
    </message>
    <message>
        <source>'%1' is confirmed and would be replaced.</source>
        <translation>„%1“ ist bestätigt und würde ersetzt.</translation>
    </message>
    <message>
        <source>'%1' is confirmed and would lose voxels.</source>
        <translation>„%1“ ist bestätigt und würde Voxel verlieren.</translation>
    </message>
    <message>
        <source>'%1' is doubtful: %2</source>
        <translation>„%1“ ist zweifelhaft: %2</translation>
    </message>
    <message>
        <source>'%1' is empty.</source>
        <translation>„%1“ ist leer.</translation>
    </message>
    <message>
        <source>'%1' is hidden for teaching.</source>
        <translation>„%1“ ist für den Unterricht verborgen.</translation>
    </message>
    <message>
        <source>'%1' is in the case already.</source>
        <translation>„%1“ ist bereits im Fall.</translation>
    </message>
    <message>
        <source>'%1' is no curve.</source>
        <translation>„%1“ ist keine Kurve.</translation>
    </message>
    <message>
        <source>'%1' is no deformable registration.</source>
        <translation>„%1“ ist keine deformierbare Registrierung.</translation>
    </message>
    <message>
        <source>'%1' is not a plan.</source>
        <translation>„%1“ ist kein Plan.</translation>
    </message>
    <message>
        <source>'%1' is not a valid object id.</source>
        <translation>„%1“ ist keine gültige Objektkennung.</translation>
    </message>
    <message>
        <source>'%1' is not confirmed and was left out: the path may cross it.</source>
        <translation>„%1“ ist nicht bestätigt und wurde ausgelassen: Der Weg kann hindurchführen.</translation>
    </message>
    <message>
        <source>'%1' is not of the form number=name.</source>
        <translation>„%1“ hat nicht die Form Nummer=Name.</translation>
    </message>
    <message>
        <source>'%1' is not of the form operation.key.</source>
        <translation>„%1“ hat nicht die Form operation.key.</translation>
    </message>
    <message>
        <source>'%1' lies %2 % outside the new image: only the rest was carried.</source>
        <translation>„%1“ liegt zu %2 % außerhalb des neuen Bildes: Nur der Rest wurde übertragen.</translation>
    </message>
    <message>
        <source>'%1' lies on another grid and was resampled.</source>
        <translation>„%1“ liegt auf einem anderen Gitter und wurde umgerechnet.</translation>
    </message>
    <message>
        <source>'%1' lies on another grid.</source>
        <translation>„%1“ liegt auf einem anderen Gitter.</translation>
    </message>
    <message>
        <source>'%1' lies on another image of the earlier study: it was not carried.</source>
        <translation>„%1“ liegt auf einem anderen Bild der früheren Studie und wurde nicht übertragen.</translation>
    </message>
    <message>
        <source>'%1' lies on the new image already.</source>
        <translation>„%1“ liegt bereits auf dem neuen Bild.</translation>
    </message>
    <message>
        <source>'%1' lies outside the fixed image: it was not carried.</source>
        <translation>„%1“ liegt außerhalb des festen Bildes und wurde nicht übertragen.</translation>
    </message>
    <message>
        <source>'%1' lies outside the new image: it was not carried.</source>
        <translation>„%1“ liegt außerhalb des neuen Bildes und wurde nicht übertragen.</translation>
    </message>
    <message>
        <source>'%1' must be a finite number.</source>
        <translation>„%1“ muss eine endliche Zahl sein.</translation>
    </message>
    <message>
        <source>'%1' must be a text that is not empty.</source>
        <translation>„%1“ muss ein Text sein, der nicht leer ist.</translation>
    </message>
    <message>
        <source>'%1' takes whole numbers.</source>
        <translation>„%1“ nimmt nur ganze Zahlen.</translation>
    </message>
    <message>
        <source>'%1' touches the cut: there is no margin.</source>
        <translation>„%1“ berührt den Schnitt: Es gibt keinen Sicherheitsabstand.</translation>
    </message>
    <message>
        <source>'%1' was confirmed; after the edit it counts as edited.</source>
        <translation>„%1“ war bestätigt; nach der Bearbeitung gilt die Struktur als bearbeitet.</translation>
    </message>
    <message>
        <source>'%1' was made on another voxel grid than this CT.</source>
        <translation>„%1“ wurde auf einem anderen Voxelgitter erzeugt als dem dieses CT.</translation>
    </message>
    <message>
        <source>'%1' was not carried again: a person has worked on it on the new image.</source>
        <translation>„%1“ wurde nicht noch einmal übertragen: Jemand hat auf dem neuen Bild daran gearbeitet.</translation>
    </message>
    <message>
        <source>'%1' was not carried: another structure of the same id was.</source>
        <translation>„%1“ wurde nicht übertragen, wohl aber eine andere Struktur mit derselben Kennung.</translation>
    </message>
    <message>
        <source>'%1' was not carried: the registration changes its volume to %2 %, more than is allowed.</source>
        <translation>„%1“ wurde nicht übertragen: Die Registrierung ändert das Volumen auf %2 %, mehr als erlaubt ist.</translation>
    </message>
    <message>
        <source>'%1' was not carried: the registration is turned inside out in it.</source>
        <translation>„%1“ wurde nicht übertragen: Die Registrierung ist darin umgestülpt.</translation>
    </message>
    <message>
        <source>'%1' was not computed.</source>
        <translation>„%1“ wurde nicht berechnet.</translation>
    </message>
    <message>
        <source>'%1' would remain in the liver.</source>
        <translation>„%1“ würde in der Leber bleiben.</translation>
    </message>
    <message>
        <source>'%1': %2 contours are damaged.</source>
        <translation>„%1“: %2 Konturen sind beschädigt.</translation>
    </message>
    <message>
        <source>'%1': %2 contours are points or open lines and enclose nothing.</source>
        <translation>„%1“: %2 Konturen sind Punkte oder offene Linien und umschließen nichts.</translation>
    </message>
    <message>
        <source>'%1': %2 contours do not lie in the slices of the image.</source>
        <translation>„%1“: %2 Konturen liegen nicht in den Schichten des Bildes.</translation>
    </message>
    <message>
        <source>'%1': %2 contours lie outside the image.</source>
        <translation>„%1“: %2 Konturen liegen außerhalb des Bildes.</translation>
    </message>
    <message>
        <source>'%1': %2 slices between contours have none.</source>
        <translation>„%1“: %2 Schichten zwischen Konturen haben keine.</translation>
    </message>
    <message>
        <source>'evidence' must be verified, computed or unverified.</source>
        <translation>'evidence' muss verified, computed oder unverified sein.</translation>
    </message>
    <message>
        <source>'kind' must be 'at least', 'at most' or 'setting'.</source>
        <translation>'kind' muss 'at least', 'at most' oder 'setting' sein.</translation>
    </message>
    <message>
        <source>'limits' must be a list.</source>
        <translation>'limits' muss eine Liste sein.</translation>
    </message>
    <message>
        <source>'pollux describe %1' explains the parameters.</source>
        <translation>'pollux describe %1' erklärt die Parameter.</translation>
    </message>
    <message>
        <source>'pollux import --list' names them.</source>
        <translation>'pollux import --list' nennt sie.</translation>
    </message>
    <message>
        <source>'pollux show CASE' lists all.</source>
        <translation>'pollux show CASE' zählt alle auf.</translation>
    </message>
    <message>
        <source>'unit' is not a known unit.</source>
        <translation>'unit' ist keine bekannte Einheit.</translation>
    </message>
    <message>
        <source>'value' must lie between 'min' and 'max'.</source>
        <translation>'value' muss zwischen 'min' und 'max' liegen.</translation>
    </message>
    <message>
        <source>1 to 5 levels.</source>
        <translation>1 bis 5 Stufen.</translation>
    </message>
    <message>
        <source>10 % is usual.</source>
        <translation>10 % sind üblich.</translation>
    </message>
    <message>
        <source>32-bit pixels in this byte order are not supported.</source>
        <translation>32-Bit-Pixel in dieser Bytefolge werden nicht unterstützt.</translation>
    </message>
    <message>
        <source>95th percentile %1 HU as dense as cortical bone</source>
        <translation>95. Perzentil %1 HU, so dicht wie kortikaler Knochen</translation>
    </message>
    <message>
        <source>; centred %1 mm %2 the target: tip overshoot and offset of the zone differ</source>
        <translation>; Mitte %1 mm %2 dem Ziel: Überstand der Spitze und Versatz der Zone sind verschieden</translation>
    </message>
    <message>
        <source>; one zone of the device as entered is too small</source>
        <translation>; eine Zone des Geräts, wie angegeben, ist zu klein</translation>
    </message>
    <message>
        <source>A 3-D picture needs an X display, and there is none.</source>
        <translation>Ein 3-D-Bild braucht ein X-Display, und es gibt keines.</translation>
    </message>
    <message>
        <source>A DICOM file is damaged.</source>
        <translation>Eine DICOM-Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>A JPEG 2000 image is damaged or incomplete.</source>
        <translation>Ein JPEG-2000-Bild ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>A JPEG 2000 image is not of the size that its file says.</source>
        <translation>Ein JPEG-2000-Bild hat nicht die Größe, die seine Datei nennt.</translation>
    </message>
    <message>
        <source>A Pareto front needs the same number of criteria for every candidate.</source>
        <translation>Eine Pareto-Front braucht für jeden Kandidaten dieselbe Zahl von Kriterien.</translation>
    </message>
    <message>
        <source>A UID is not valid.</source>
        <translation>Eine UID ist ungültig.</translation>
    </message>
    <message>
        <source>A border was carried by the registration and is not corrected: the change is what the registration found.</source>
        <translation>Eine Grenze wurde von der Registrierung übertragen und ist nicht korrigiert: Die Änderung ist das, was die Registrierung fand.</translation>
    </message>
    <message>
        <source>A built-in display window is damaged.</source>
        <translation>Eine eingebaute Fensterung ist beschädigt.</translation>
    </message>
    <message>
        <source>A built-in volume preset is damaged.</source>
        <translation>Eine eingebaute Volumenvorgabe ist beschädigt.</translation>
    </message>
    <message>
        <source>A centreline has a position or radius that is not a number.</source>
        <translation>Eine Mittellinie hat eine Position oder einen Radius, der keine Zahl ist.</translation>
    </message>
    <message>
        <source>A centreline names a parent that does not come before it.</source>
        <translation>Eine Mittellinie nennt einen Vorgänger, der nicht vor ihr steht.</translation>
    </message>
    <message>
        <source>A coordinate of the picture is not a number.</source>
        <translation>Eine Koordinate des Bildes ist keine Zahl.</translation>
    </message>
    <message>
        <source>A dose distribution cannot be opened as an image.</source>
        <translation>Eine Dosisverteilung kann nicht als Bild geöffnet werden.</translation>
    </message>
    <message>
        <source>A fat fraction needs 3 to 32 echoes, not %1.</source>
        <translation>Ein Fettanteil braucht 3 bis 32 Echos, nicht %1.</translation>
    </message>
    <message>
        <source>A fat fraction needs 3 to 32 echoes.</source>
        <translation>Ein Fettanteil braucht 3 bis 32 Echos.</translation>
    </message>
    <message>
        <source>A file in the zip archive cannot be opened: it is damaged or needs a password.</source>
        <translation>Eine Datei im Zip-Archiv kann nicht geöffnet werden: Sie ist beschädigt oder braucht ein Passwort.</translation>
    </message>
    <message>
        <source>A file in the zip archive cannot be unpacked into the folder for temporary files.</source>
        <translation>Eine Datei im Zip-Archiv kann nicht in den Ordner für temporäre Dateien entpackt werden.</translation>
    </message>
    <message>
        <source>A file of the study cannot be read.</source>
        <translation>Eine Datei der Studie kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>A file of the study is larger than 4 GiB.</source>
        <translation>Eine Datei der Studie ist größer als 4 GiB.</translation>
    </message>
    <message>
        <source>A file of the study is no longer there.</source>
        <translation>Eine Datei der Studie ist nicht mehr da.</translation>
    </message>
    <message>
        <source>A file says an impossible number of frames.</source>
        <translation>Eine Datei nennt eine unmögliche Zahl von Einzelbildern.</translation>
    </message>
    <message>
        <source>A file's rows, columns or bits make no sense.</source>
        <translation>Zeilen, Spalten oder Bits einer Datei ergeben keinen Sinn.</translation>
    </message>
    <message>
        <source>A film has a name that ends in .ogv or .png.</source>
        <translation>Der Name eines Films endet auf .ogv oder .png.</translation>
    </message>
    <message>
        <source>A flow is not above 0.</source>
        <translation>Ein Fluss liegt nicht über 0.</translation>
    </message>
    <message>
        <source>A kind of tissue has a value without meaning.</source>
        <translation>Eine Gewebeart hat einen Wert, der nicht sinnvoll ist.</translation>
    </message>
    <message>
        <source>A label file was left out: %1</source>
        <translation>Eine Label-Datei wurde weggelassen: %1</translation>
    </message>
    <message>
        <source>A landmark is not a number.</source>
        <translation>Eine Landmarke ist keine Zahl.</translation>
    </message>
    <message>
        <source>A landmark is not a point.</source>
        <translation>Eine Landmarke ist kein Punkt.</translation>
    </message>
    <message>
        <source>A lobe has a negative share of the liver.</source>
        <translation>Ein Lappen hat einen negativen Anteil an der Leber.</translation>
    </message>
    <message>
        <source>A lobe has no usable share of the liver or removed part.</source>
        <translation>Ein Lappen hat keinen brauchbaren Anteil an der Leber oder keinen brauchbaren entfernten Teil.</translation>
    </message>
    <message>
        <source>A map needs as many points in one image as in the other, and at least %1.</source>
        <translation>Eine Abbildung braucht in beiden Bildern gleich viele Punkte, mindestens %1.</translation>
    </message>
    <message>
        <source>A map of the heat model has another size than its box.</source>
        <translation>Eine Karte des Wärmemodells hat eine andere Größe als sein Kasten.</translation>
    </message>
    <message>
        <source>A map of the heat model holds a value that is no number.</source>
        <translation>Eine Karte des Wärmemodells enthält einen Wert, der keine Zahl ist.</translation>
    </message>
    <message>
        <source>A marker lies on another voxel grid than the image.</source>
        <translation>Eine Marke liegt auf einem anderen Voxelgitter als das Bild.</translation>
    </message>
    <message>
        <source>A mask has another number of voxels than its box.</source>
        <translation>Eine Maske hat eine andere Zahl von Voxeln als ihr Quader.</translation>
    </message>
    <message>
        <source>A mask reaches outside its image.</source>
        <translation>Eine Maske ragt aus ihrem Bild hinaus.</translation>
    </message>
    <message>
        <source>A measurement has too few points.</source>
        <translation>Eine Messung hat zu wenige Punkte.</translation>
    </message>
    <message>
        <source>A new structure has nothing to remove or keep.</source>
        <translation>Eine neue Struktur hat nichts, was entfernt oder behalten werden kann.</translation>
    </message>
    <message>
        <source>A part of the case file is damaged (%1).</source>
        <translation>Ein Teil der Falldatei ist beschädigt (%1).</translation>
    </message>
    <message>
        <source>A part of the case file is damaged (compressed data).</source>
        <translation>Ein Teil der Falldatei ist beschädigt (komprimierte Daten).</translation>
    </message>
    <message>
        <source>A part of the lesion is not heated: %1 % of it, up to %2 mm from the heat.</source>
        <translation>Ein Teil der Läsion wird nicht erhitzt: %1 % davon, bis zu %2 mm von der Hitze entfernt.</translation>
    </message>
    <message>
        <source>A part of what heats on the needle lies outside the liver.</source>
        <translation>Ein Teil dessen, was an der Nadel heizt, liegt außerhalb der Leber.</translation>
    </message>
    <message>
        <source>A picture of the film has another size than the first.</source>
        <translation>Ein Bild des Films hat eine andere Größe als das erste.</translation>
    </message>
    <message>
        <source>A picture of the film is empty.</source>
        <translation>Ein Bild des Films ist leer.</translation>
    </message>
    <message>
        <source>A point of a measurement is not a number.</source>
        <translation>Ein Punkt einer Messung ist keine Zahl.</translation>
    </message>
    <message>
        <source>A point of the curve is not a number.</source>
        <translation>Ein Punkt der Kurve ist keine Zahl.</translation>
    </message>
    <message>
        <source>A point of the stroke is not a finite position.</source>
        <translation>Ein Punkt des Strichs ist keine endliche Position.</translation>
    </message>
    <message>
        <source>A pressure or flow is not a number.</source>
        <translation>Ein Druck oder Fluss ist keine Zahl.</translation>
    </message>
    <message>
        <source>A seed lies on another voxel grid than the image.</source>
        <translation>Ein Keim liegt auf einem anderen Voxelgitter als das Bild.</translation>
    </message>
    <message>
        <source>A seed lies outside the grid.</source>
        <translation>Ein Keim liegt außerhalb des Gitters.</translation>
    </message>
    <message>
        <source>A seed point is not a finite position.</source>
        <translation>Ein Keim ist keine endliche Position.</translation>
    </message>
    <message>
        <source>A shrink factor must be at least 1.</source>
        <translation>Ein Verkleinerungsfaktor muss mindestens 1 sein.</translation>
    </message>
    <message>
        <source>A slice axis must be 0, 1 or 2.</source>
        <translation>Eine Schichtachse muss 0, 1 oder 2 sein.</translation>
    </message>
    <message>
        <source>A slice is wider than DICOM allows.</source>
        <translation>Eine Schicht ist breiter, als DICOM erlaubt.</translation>
    </message>
    <message>
        <source>A slice of the film lies outside of the volume.</source>
        <translation>Eine Schicht des Films liegt außerhalb des Volumens.</translation>
    </message>
    <message>
        <source>A sphere needs a radius above zero and 0 to 8 subdivisions.</source>
        <translation>Eine Kugel braucht einen Radius über null und 0 bis 8 Unterteilungen.</translation>
    </message>
    <message>
        <source>A state of breathing is not a number.</source>
        <translation>Ein Atemzustand ist keine Zahl.</translation>
    </message>
    <message>
        <source>A surface has a point that is not a number.</source>
        <translation>Eine Oberfläche hat einen Punkt, der keine Zahl ist.</translation>
    </message>
    <message>
        <source>A surface has a triangle with a point that does not exist.</source>
        <translation>Eine Oberfläche hat ein Dreieck mit einem Punkt, den es nicht gibt.</translation>
    </message>
    <message>
        <source>A translation cannot be read: %1</source>
        <translation>Eine Übersetzung kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>A turn about the long axis cannot start from above or below.</source>
        <translation>Eine Drehung um die Längsachse kann nicht von oben oder unten beginnen.</translation>
    </message>
    <message>
        <source>A vein's landmark lies on the axis of the vena cava: no plane is defined.</source>
        <translation>Die Landmarke einer Vene liegt auf der Achse der Hohlvene: Keine Ebene ist bestimmt.</translation>
    </message>
    <message>
        <source>A voxel of the heat model is of no kind of tissue.</source>
        <translation>Ein Voxel des Wärmemodells gehört zu keiner Gewebeart.</translation>
    </message>
    <message>
        <source>A watershed needs two markers or more.</source>
        <translation>Eine Wasserscheide braucht zwei oder mehr Marken.</translation>
    </message>
    <message>
        <source>A working copy cannot be made.</source>
        <translation>Eine Arbeitskopie lässt sich nicht erzeugen.</translation>
    </message>
    <message>
        <source>A zip archive inside the source was left out: %1</source>
        <translation>Ein Zip-Archiv in der Quelle wurde weggelassen: %1</translation>
    </message>
    <message>
        <source>Ablation of %1</source>
        <translation>Ablation: %1</translation>
    </message>
    <message>
        <source>Add its node first.</source>
        <translation>Zuerst seinen Knoten hinzufügen.</translation>
    </message>
    <message>
        <source>Add its nodes first.</source>
        <translation>Zuerst seine Knoten hinzufügen.</translation>
    </message>
    <message>
        <source>Add to it first.</source>
        <translation>Zuerst etwas hinzufügen.</translation>
    </message>
    <message>
        <source>After the registration the images are still unlike each other (correlation %1).</source>
        <translation>Nach der Registrierung sind die Bilder einander noch unähnlich (Korrelation %1).</translation>
    </message>
    <message>
        <source>All voxels are said to be 1 mm, with few slices: a lost geometry looks like this.</source>
        <translation>Alle Voxel sollen 1 mm groß sein, bei wenigen Schichten: So sieht eine verlorene Geometrie aus.</translation>
    </message>
    <message>
        <source>All voxels have the same value.</source>
        <translation>Alle Voxel haben denselben Wert.</translation>
    </message>
    <message>
        <source>An arm of the angle has no length.</source>
        <translation>Ein Schenkel des Winkels hat keine Länge.</translation>
    </message>
    <message>
        <source>An echo time of %1 ms is given twice or is not between 0.1 and 200 ms.</source>
        <translation>Eine Echozeit von %1 ms ist doppelt angegeben oder liegt nicht zwischen 0.1 und 200 ms.</translation>
    </message>
    <message>
        <source>An enhanced image says more frames than it describes.</source>
        <translation>Ein Enhanced-Bild nennt mehr Einzelbilder, als es beschreibt.</translation>
    </message>
    <message>
        <source>An image could not be written.</source>
        <translation>Ein Bild konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>An image is larger than this disk or account allows.</source>
        <translation>Ein Bild ist größer, als dieser Datenträger oder dieses Konto erlaubt.</translation>
    </message>
    <message>
        <source>An image whose header and voxels are two files cannot be read inside a zip archive.</source>
        <translation>Ein Bild, dessen Kopf und Voxel zwei Dateien sind, kann in einem Zip-Archiv nicht gelesen werden.</translation>
    </message>
    <message>
        <source>An option of the registration is out of range.</source>
        <translation>Eine Option der Registrierung liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>Another object already has the id '%1'.</source>
        <translation>Ein anderes Objekt hat die Kennung „%1“ schon.</translation>
    </message>
    <message>
        <source>Another object already has the name '%1'.</source>
        <translation>Ein anderes Objekt hat den Namen „%1“ schon.</translation>
    </message>
    <message>
        <source>Another object already has this name.</source>
        <translation>Ein anderes Objekt hat diesen Namen schon.</translation>
    </message>
    <message>
        <source>Another program is using the case file.</source>
        <translation>Ein anderes Programm benutzt die Falldatei.</translation>
    </message>
    <message>
        <source>Ask for 0 to %1.</source>
        <translation>0 bis %1 angeben.</translation>
    </message>
    <message>
        <source>Ask for 1 to 100 pictures a second and a quality of 0, 1 or 2.</source>
        <translation>1 bis 100 Bilder pro Sekunde und eine Qualität von 0, 1 oder 2 angeben.</translation>
    </message>
    <message>
        <source>Ask for 16 to 8192 pixels a side.</source>
        <translation>16 bis 8192 Pixel je Seite angeben.</translation>
    </message>
    <message>
        <source>Ask for smaller ones.</source>
        <translation>Kleinere verlangen.</translation>
    </message>
    <message>
        <source>Ask for the whole series.</source>
        <translation>Die ganze Serie verlangen.</translation>
    </message>
    <message>
        <source>Ask for up to 600 seconds and for 1 to 100 pictures a second.</source>
        <translation>Bis zu 600 Sekunden und 1 bis 100 Bilder pro Sekunde angeben.</translation>
    </message>
    <message>
        <source>Ask the sender for the original series.</source>
        <translation>Die ursprüngliche Serie vom Absender verlangen.</translation>
    </message>
    <message>
        <source>Autosave is off: %1</source>
        <translation>Automatisches Speichern ist aus: %1</translation>
    </message>
    <message>
        <source>Before any resection the portal gradient is %1 mmHg, as in clinically significant portal hypertension.</source>
        <translation>Vor jeder Resektion beträgt der Portalgradient %1 mmHg, wie bei klinisch bedeutsamer portaler Hypertension.</translation>
    </message>
    <message>
        <source>Between 1 and 1000 parts can be split off.</source>
        <translation>Zwischen 1 und 1000 Teile können abgetrennt werden.</translation>
    </message>
    <message>
        <source>Between 1 and 32 structures can be smoothed together.</source>
        <translation>Zwischen 1 und 32 Strukturen können gemeinsam geglättet werden.</translation>
    </message>
    <message>
        <source>Between 1 and 8 thresholds can be found.</source>
        <translation>Zwischen 1 und 8 Schwellenwerte können gefunden werden.</translation>
    </message>
    <message>
        <source>Binary and 8-bit fractional ones can be read.</source>
        <translation>Binäre und fraktionale mit 8 Bit können gelesen werden.</translation>
    </message>
    <message>
        <source>Both are the same structure.</source>
        <translation>Beide sind dieselbe Struktur.</translation>
    </message>
    <message>
        <source>Both images are of one study: no time lies between them.</source>
        <translation>Beide Bilder stammen aus einer Studie: Zwischen ihnen liegt keine Zeit.</translation>
    </message>
    <message>
        <source>Breathing deforms: register the image deformably.</source>
        <translation>Atmung verformt: das Bild deformierbar registrieren.</translation>
    </message>
    <message>
        <source>Breathing: %1</source>
        <translation>Atmung: %1</translation>
    </message>
    <message>
        <source>Calibrate before you measure.</source>
        <translation>Vor dem Messen kalibrieren.</translation>
    </message>
    <message>
        <source>Capsule angle, liver tissue before the target and crossings (H4 to H6) are not checked.</source>
        <translation>Kapselwinkel, Lebergewebe vor dem Ziel und Kreuzungen (H4 bis H6) werden nicht geprüft.</translation>
    </message>
    <message>
        <source>Change less, or remove the structure as a whole.</source>
        <translation>Weniger ändern oder die Struktur als Ganzes entfernen.</translation>
    </message>
    <message>
        <source>Change them over, unless you mean to carry back.</source>
        <translation>Die beiden vertauschen, sofern nicht rückwärts übertragen werden soll.</translation>
    </message>
    <message>
        <source>Change this parameter.</source>
        <translation>Diesen Parameter ändern.</translation>
    </message>
    <message>
        <source>Check air (-1000) and fluid (0) before you measure.</source>
        <translation>Luft (-1000) und Flüssigkeit (0) prüfen, bevor gemessen wird.</translation>
    </message>
    <message>
        <source>Check both pressures.</source>
        <translation>Beide Drücke prüfen.</translation>
    </message>
    <message>
        <source>Check both pressures; they must be taken at the same height.</source>
        <translation>Beide Drücke prüfen; sie müssen auf derselben Höhe gemessen sein.</translation>
    </message>
    <message>
        <source>Check both, or hold cardiac output or arterial pressure constant instead of closing the loop.</source>
        <translation>Beide prüfen, oder Herzzeitvolumen oder arteriellen Druck konstant halten, statt den Kreislauf zu schließen.</translation>
    </message>
    <message>
        <source>Check each one; remove what is none.</source>
        <translation>Jede prüfen; entfernen, was keine ist.</translation>
    </message>
    <message>
        <source>Check how the map was made.</source>
        <translation>Prüfen, wie die Karte erzeugt wurde.</translation>
    </message>
    <message>
        <source>Check positions against the source.</source>
        <translation>Positionen mit der Quelle vergleichen.</translation>
    </message>
    <message>
        <source>Check target and liver; liver tissue before the target is counted up to the last liver on the way.</source>
        <translation>Ziel und Leber prüfen; Lebergewebe vor dem Ziel wird bis zur letzten Leber auf dem Weg gezählt.</translation>
    </message>
    <message>
        <source>Check that all slices belong together, or ask for an export that keeps the identifiers.</source>
        <translation>Prüfen, ob alle Schichten zusammengehören, oder einen Export verlangen, der die Kennungen behält.</translation>
    </message>
    <message>
        <source>Check that both files are there and that you may read them.</source>
        <translation>Prüfen, ob beide Dateien da sind und Leserecht besteht.</translation>
    </message>
    <message>
        <source>Check that every part is connected to a pressure or to a part that holds blood.</source>
        <translation>Prüfen, ob jeder Teil mit einem Druck oder mit einem Teil, der Blut enthält, verbunden ist.</translation>
    </message>
    <message>
        <source>Check that image and labels belong together.</source>
        <translation>Prüfen, ob Bild und Labels zusammengehören.</translation>
    </message>
    <message>
        <source>Check that image and structure set belong together.</source>
        <translation>Prüfen, ob Bild und Struktursatz zusammengehören.</translation>
    </message>
    <message>
        <source>Check that it exists and may be read.</source>
        <translation>Prüfen, ob es sie gibt und Leserecht besteht.</translation>
    </message>
    <message>
        <source>Check that its outlines fit the image.</source>
        <translation>Prüfen, ob ihre Umrisse zum Bild passen.</translation>
    </message>
    <message>
        <source>Check that no slice belongs to another phase before you rely on it.</source>
        <translation>Prüfen, dass keine Schicht zu einer anderen Phase gehört, bevor darauf gebaut wird.</translation>
    </message>
    <message>
        <source>Check that the disk is not full.</source>
        <translation>Prüfen, ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>Check that the disk is still connected, or choose another folder.</source>
        <translation>Prüfen, ob der Datenträger noch verbunden ist, oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Check that the disk or network drive is connected and that you may read the folder.</source>
        <translation>Prüfen, ob Datenträger oder Netzlaufwerk verbunden ist und der Ordner gelesen werden darf.</translation>
    </message>
    <message>
        <source>Check that the disk or network folder is still there, or choose another folder.</source>
        <translation>Prüfen, ob der Datenträger oder Netzwerkordner noch da ist, oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may read and write it.</source>
        <translation>Prüfen, ob es den Ordner gibt und ob Lese- und Schreibrecht besteht.</translation>
    </message>
    <message>
        <source>Check that the folder exists, may be written to and has room.</source>
        <translation>Prüfen, ob es den Ordner gibt, Schreibrecht besteht und Platz vorhanden ist.</translation>
    </message>
    <message>
        <source>Check that the folder is writable and the disk is not full.</source>
        <translation>Prüfen, ob der Ordner beschreibbar und der Datenträger nicht voll ist.</translation>
    </message>
    <message>
        <source>Check that the folder is writable.</source>
        <translation>Prüfen, ob der Ordner beschreibbar ist.</translation>
    </message>
    <message>
        <source>Check that their outlines fit the image.</source>
        <translation>Prüfen, ob ihre Umrisse zum Bild passen.</translation>
    </message>
    <message>
        <source>Check that they show the same part of the same patient.</source>
        <translation>Prüfen, ob sie denselben Teil desselben Patienten zeigen.</translation>
    </message>
    <message>
        <source>Check that they show the same part of the same patient; compare structure if they are of different kinds.</source>
        <translation>Prüfen, ob sie denselben Teil desselben Patienten zeigen; die Struktur vergleichen, falls sie von verschiedener Art sind.</translation>
    </message>
    <message>
        <source>Check that this is the phase that you want.</source>
        <translation>Prüfen, ob dies die gewünschte Phase ist.</translation>
    </message>
    <message>
        <source>Check that you may read everything below the chosen folder.</source>
        <translation>Prüfen, ob alles unter dem gewählten Ordner gelesen werden darf.</translation>
    </message>
    <message>
        <source>Check that you may read it and that its disk is there.</source>
        <translation>Prüfen, ob Leserecht besteht und ihr Datenträger da ist.</translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation>Prüfen, ob Leserecht besteht.</translation>
    </message>
    <message>
        <source>Check the body outline and the target.</source>
        <translation>Körperumriss und Ziel prüfen.</translation>
    </message>
    <message>
        <source>Check the disk and your permissions.</source>
        <translation>Datenträger und Berechtigungen prüfen.</translation>
    </message>
    <message>
        <source>Check the disk or choose another folder, then save again. The old file is as it was.</source>
        <translation>Den Datenträger prüfen oder einen anderen Ordner wählen, dann noch einmal speichern. Die alte Datei ist unverändert.</translation>
    </message>
    <message>
        <source>Check the disk, then save again, best to another one as well.</source>
        <translation>Den Datenträger prüfen, dann noch einmal speichern, am besten auch auf einen anderen.</translation>
    </message>
    <message>
        <source>Check the echoes, and lower the background.</source>
        <translation>Die Echos prüfen und den Hintergrund herabsetzen.</translation>
    </message>
    <message>
        <source>Check the export: the images are blank.</source>
        <translation>Den Export prüfen: Die Bilder sind leer.</translation>
    </message>
    <message>
        <source>Check the folder for working copies and the space on its disk.</source>
        <translation>Den Ordner für Arbeitskopien und den Platz auf seinem Datenträger prüfen.</translation>
    </message>
    <message>
        <source>Check the folder for working copies.</source>
        <translation>Den Ordner für Arbeitskopien prüfen.</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>Name und Ordner prüfen.</translation>
    </message>
    <message>
        <source>Check the name, and that you may open every folder on the way to it.</source>
        <translation>Den Namen prüfen, und ob jeder Ordner auf dem Weg dorthin geöffnet werden darf.</translation>
    </message>
    <message>
        <source>Check the outlines in a reformatted view before you measure.</source>
        <translation>Die Umrisse in einer reformatierten Ansicht prüfen, bevor gemessen wird.</translation>
    </message>
    <message>
        <source>Check the spelling against the files in resources/limits.</source>
        <translation>Die Schreibweise mit den Dateien in resources/limits vergleichen.</translation>
    </message>
    <message>
        <source>Check the structures, choose another needle or position, or change a limit and say why.</source>
        <translation>Die Strukturen prüfen, eine andere Nadel oder Lagerung wählen oder einen Grenzwert ändern und begründen.</translation>
    </message>
    <message>
        <source>Check the target point.</source>
        <translation>Den Zielpunkt prüfen.</translation>
    </message>
    <message>
        <source>Check the three flows and their units.</source>
        <translation>Die drei Flüsse und ihre Einheiten prüfen.</translation>
    </message>
    <message>
        <source>Check them against the protocol.</source>
        <translation>Mit dem Protokoll vergleichen.</translation>
    </message>
    <message>
        <source>Check time, power and temperature.</source>
        <translation>Zeit, Leistung und Temperatur prüfen.</translation>
    </message>
    <message>
        <source>Checked by a person and therefore kept: %1.</source>
        <translation>Von einer Person geprüft und deshalb behalten: %1.</translation>
    </message>
    <message>
        <source>Choose a CT series in Hounsfield units whose field of view shows the skin.</source>
        <translation>Eine CT-Serie in Hounsfield-Einheiten wählen, deren Gesichtsfeld die Haut zeigt.</translation>
    </message>
    <message>
        <source>Choose a CT series in Hounsfield units; 200 mL of tissue is the least that is taken for a body.</source>
        <translation>Eine CT-Serie in Hounsfield-Einheiten wählen; mindestens 200 mL Gewebe gelten als Körper.</translation>
    </message>
    <message>
        <source>Choose a CT series, or draw the lesions by hand.</source>
        <translation>Eine CT-Serie wählen oder die Läsionen von Hand zeichnen.</translation>
    </message>
    <message>
        <source>Choose a CT series, or draw the structures by hand.</source>
        <translation>Eine CT-Serie wählen oder die Strukturen von Hand zeichnen.</translation>
    </message>
    <message>
        <source>Choose a box inside the image.</source>
        <translation>Einen Kasten innerhalb des Bildes wählen.</translation>
    </message>
    <message>
        <source>Choose a branch farther out.</source>
        <translation>Einen Ast weiter außen wählen.</translation>
    </message>
    <message>
        <source>Choose a branch that reaches into the liver.</source>
        <translation>Einen Ast wählen, der in die Leber reicht.</translation>
    </message>
    <message>
        <source>Choose a case with a study.</source>
        <translation>Einen Fall mit einer Studie wählen.</translation>
    </message>
    <message>
        <source>Choose a file that Pollux has saved (name.pollux).</source>
        <translation>Eine Datei wählen, die Pollux gespeichert hat (name.pollux).</translation>
    </message>
    <message>
        <source>Choose a folder on another disk.</source>
        <translation>Einen Ordner auf einem anderen Datenträger wählen.</translation>
    </message>
    <message>
        <source>Choose a folder or archive with DICOM, NIfTI, NRRD or MetaImage files.</source>
        <translation>Einen Ordner oder ein Archiv mit DICOM-, NIfTI-, NRRD- oder MetaImage-Dateien wählen.</translation>
    </message>
    <message>
        <source>Choose a folder that exists.</source>
        <translation>Einen Ordner wählen, den es gibt.</translation>
    </message>
    <message>
        <source>Choose a folder you may write to.</source>
        <translation>Einen Ordner wählen, in den geschrieben werden darf.</translation>
    </message>
    <message>
        <source>Choose a folder, a zip archive or a file.</source>
        <translation>Einen Ordner, ein Zip-Archiv oder eine Datei wählen.</translation>
    </message>
    <message>
        <source>Choose a label map, or import it as a study.</source>
        <translation>Eine Labelkarte wählen oder es als Studie importieren.</translation>
    </message>
    <message>
        <source>Choose a larger box.</source>
        <translation>Einen größeren Kasten wählen.</translation>
    </message>
    <message>
        <source>Choose a larger region.</source>
        <translation>Eine größere Region wählen.</translation>
    </message>
    <message>
        <source>Choose a larger step or a smaller extent.</source>
        <translation>Einen größeren Schritt oder eine kleinere Ausdehnung wählen.</translation>
    </message>
    <message>
        <source>Choose a lesion or place a target point.</source>
        <translation>Eine Läsion wählen oder einen Zielpunkt setzen.</translation>
    </message>
    <message>
        <source>Choose a margin in this range.</source>
        <translation>Einen Rand in diesem Bereich wählen.</translation>
    </message>
    <message>
        <source>Choose a number from the list of the scan.</source>
        <translation>Eine Nummer aus der Liste der gefundenen Serien wählen.</translation>
    </message>
    <message>
        <source>Choose a number in this range.</source>
        <translation>Eine Zahl in diesem Bereich wählen.</translation>
    </message>
    <message>
        <source>Choose a number that an operation made.</source>
        <translation>Eine Zahl wählen, die eine Operation berechnet hat.</translation>
    </message>
    <message>
        <source>Choose a place on the portal vein.</source>
        <translation>Eine Stelle auf der Pfortader wählen.</translation>
    </message>
    <message>
        <source>Choose a point on the border of the structure.</source>
        <translation>Einen Punkt auf dem Rand der Struktur wählen.</translation>
    </message>
    <message>
        <source>Choose a puncture plan that was made with a device's zone.</source>
        <translation>Einen Punktionsplan wählen, der mit der Zone eines Geräts erzeugt wurde.</translation>
    </message>
    <message>
        <source>Choose a puncture plan, or place the tip and the entry point.</source>
        <translation>Einen Punktionsplan wählen oder Spitze und Eintrittspunkt setzen.</translation>
    </message>
    <message>
        <source>Choose a puncture plan, or place two points.</source>
        <translation>Einen Punktionsplan wählen oder zwei Punkte setzen.</translation>
    </message>
    <message>
        <source>Choose a puncture plan.</source>
        <translation>Einen Punktionsplan wählen.</translation>
    </message>
    <message>
        <source>Choose a radius in this range.</source>
        <translation>Einen Radius in diesem Bereich wählen.</translation>
    </message>
    <message>
        <source>Choose a region with voxels.</source>
        <translation>Eine Region mit Voxeln wählen.</translation>
    </message>
    <message>
        <source>Choose a registration of these two, in the same order.</source>
        <translation>Eine Registrierung dieser beiden wählen, in derselben Reihenfolge.</translation>
    </message>
    <message>
        <source>Choose a segmentation, a structure set or masks.</source>
        <translation>Eine Segmentierung, einen Struktursatz oder Masken wählen.</translation>
    </message>
    <message>
        <source>Choose a segmentation, a structure set, a folder of masks or a label map of this patient.</source>
        <translation>Eine Segmentierung, ein Structure Set, einen Ordner mit Masken oder eine Labelkarte dieses Patienten wählen.</translation>
    </message>
    <message>
        <source>Choose a segmentation, a structure set, a folder of masks or a label map.</source>
        <translation>Eine Segmentierung, ein Structure Set, einen Ordner mit Masken oder eine Labelkarte wählen.</translation>
    </message>
    <message>
        <source>Choose a series of images.</source>
        <translation>Eine Serie von Bildern wählen.</translation>
    </message>
    <message>
        <source>Choose a series of slices (CT, MR).</source>
        <translation>Eine Serie von Schichten wählen (CT, MR).</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Einen kürzeren wählen.</translation>
    </message>
    <message>
        <source>Choose a smaller box or larger voxels.</source>
        <translation>Einen kleineren Kasten oder größere Voxel wählen.</translation>
    </message>
    <message>
        <source>Choose a smaller radius.</source>
        <translation>Einen kleineren Radius wählen.</translation>
    </message>
    <message>
        <source>Choose a smaller region.</source>
        <translation>Eine kleinere Region wählen.</translation>
    </message>
    <message>
        <source>Choose a structure made of voxels.</source>
        <translation>Eine Struktur aus Voxeln wählen.</translation>
    </message>
    <message>
        <source>Choose a structure that lies in the image.</source>
        <translation>Eine Struktur wählen, die im Bild liegt.</translation>
    </message>
    <message>
        <source>Choose a structure with a mask.</source>
        <translation>Eine Struktur mit Maske wählen.</translation>
    </message>
    <message>
        <source>Choose a structure, or name the new one.</source>
        <translation>Eine Struktur wählen oder die neue benennen.</translation>
    </message>
    <message>
        <source>Choose a thickness in this range.</source>
        <translation>Eine Dicke in diesem Bereich wählen.</translation>
    </message>
    <message>
        <source>Choose a value in this range.</source>
        <translation>Einen Wert in diesem Bereich wählen.</translation>
    </message>
    <message>
        <source>Choose a volume in this range.</source>
        <translation>Ein Volumen in diesem Bereich wählen.</translation>
    </message>
    <message>
        <source>Choose a voxel size above 0 mm.</source>
        <translation>Eine Voxelgröße über 0 mm wählen.</translation>
    </message>
    <message>
        <source>Choose a voxel size in mm.</source>
        <translation>Eine Voxelgröße in mm wählen.</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>Einen leeren Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose an image of the later study.</source>
        <translation>Ein Bild der späteren Studie wählen.</translation>
    </message>
    <message>
        <source>Choose an image that has been loaded.</source>
        <translation>Ein geladenes Bild wählen.</translation>
    </message>
    <message>
        <source>Choose another entry, or change the limit and say why.</source>
        <translation>Einen anderen Eintritt wählen oder den Grenzwert ändern und begründen.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose another id for the plan, or take the confirmation back.</source>
        <translation>Eine andere Kennung für den Plan wählen oder die Bestätigung zurücknehmen.</translation>
    </message>
    <message>
        <source>Choose another id for the plan.</source>
        <translation>Eine andere Kennung für den Plan wählen.</translation>
    </message>
    <message>
        <source>Choose another id for the result, or take the confirmation back.</source>
        <translation>Eine andere Kennung für das Ergebnis wählen oder die Bestätigung zurücknehmen.</translation>
    </message>
    <message>
        <source>Choose another name for the part.</source>
        <translation>Einen anderen Namen für den Teil wählen.</translation>
    </message>
    <message>
        <source>Choose another name or an empty folder: two films would mix.</source>
        <translation>Anderen Namen oder leeren Ordner wählen: Zwei Filme würden sich mischen.</translation>
    </message>
    <message>
        <source>Choose another name or folder.</source>
        <translation>Anderen Namen oder Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose another name, or take the confirmation back.</source>
        <translation>Einen anderen Namen wählen oder die Bestätigung zurücknehmen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another number.</source>
        <translation>Eine andere Zahl wählen.</translation>
    </message>
    <message>
        <source>Choose another path.</source>
        <translation>Einen anderen Weg wählen.</translation>
    </message>
    <message>
        <source>Choose another plan or points inside the liver: the model knows liver only.</source>
        <translation>Einen anderen Plan oder Punkte in der Leber wählen: Das Modell kennt nur Leber.</translation>
    </message>
    <message>
        <source>Choose another region.</source>
        <translation>Eine andere Region wählen.</translation>
    </message>
    <message>
        <source>Choose another series.</source>
        <translation>Eine andere Serie wählen.</translation>
    </message>
    <message>
        <source>Choose another size or folder, or write numbered pictures (.png).</source>
        <translation>Andere Größe oder anderen Ordner wählen oder nummerierte Bilder (.png) schreiben.</translation>
    </message>
    <message>
        <source>Choose another view.</source>
        <translation>Eine andere Ansicht wählen.</translation>
    </message>
    <message>
        <source>Choose echoes of one acquisition.</source>
        <translation>Echos einer einzigen Aufnahme wählen.</translation>
    </message>
    <message>
        <source>Choose fewer structures.</source>
        <translation>Weniger Strukturen wählen.</translation>
    </message>
    <message>
        <source>Choose it again.</source>
        <translation>Neu wählen.</translation>
    </message>
    <message>
        <source>Choose it as the structure to change, or take another name.</source>
        <translation>Als zu ändernde Struktur wählen oder einen anderen Namen nehmen.</translation>
    </message>
    <message>
        <source>Choose one for each echo, in the same order, or none.</source>
        <translation>Für jedes Echo eines wählen, in derselben Reihenfolge, oder keines.</translation>
    </message>
    <message>
        <source>Choose one of each study. A second study joins by import.study.</source>
        <translation>Aus jeder Studie eines wählen. Eine zweite Studie kommt mit import.study hinzu.</translation>
    </message>
    <message>
        <source>Choose one of the three axes.</source>
        <translation>Eine der drei Achsen wählen.</translation>
    </message>
    <message>
        <source>Choose one of these two, in the same order, or none.</source>
        <translation>Eine dieser beiden wählen, in derselben Reihenfolge, oder keine.</translation>
    </message>
    <message>
        <source>Choose one or several puncture plans.</source>
        <translation>Einen oder mehrere Punktionspläne wählen.</translation>
    </message>
    <message>
        <source>Choose one that exists.</source>
        <translation>Ein vorhandenes wählen.</translation>
    </message>
    <message>
        <source>Choose one that is listed.</source>
        <translation>Einen aus der Liste wählen.</translation>
    </message>
    <message>
        <source>Choose one that was made by liver.breathing, or make it again.</source>
        <translation>Einen wählen, den liver.breathing erstellt hat, oder ihn neu erstellen.</translation>
    </message>
    <message>
        <source>Choose one, or fit the whole image.</source>
        <translation>Eine wählen oder das ganze Bild anpassen.</translation>
    </message>
    <message>
        <source>Choose other values.</source>
        <translation>Andere Werte wählen.</translation>
    </message>
    <message>
        <source>Choose positions from %1 to %2 mm.</source>
        <translation>Positionen von %1 bis %2 mm wählen.</translation>
    </message>
    <message>
        <source>Choose puncture plans that were made with a device's zone.</source>
        <translation>Punktionspläne wählen, die mit der Zone eines Geräts erzeugt wurden.</translation>
    </message>
    <message>
        <source>Choose scales in this range.</source>
        <translation>Skalen in diesem Bereich wählen.</translation>
    </message>
    <message>
        <source>Choose structures of the earlier one.</source>
        <translation>Strukturen des früheren Bildes wählen.</translation>
    </message>
    <message>
        <source>Choose the CT it was made on, or find it again on this one.</source>
        <translation>Das zugehörige CT wählen oder die Struktur auf diesem neu finden.</translation>
    </message>
    <message>
        <source>Choose the axial CT series.</source>
        <translation>Die axiale CT-Serie wählen.</translation>
    </message>
    <message>
        <source>Choose the folder or archive that holds the study.</source>
        <translation>Den Ordner oder das Archiv mit der Studie wählen.</translation>
    </message>
    <message>
        <source>Choose the folder with the images.</source>
        <translation>Den Ordner mit den Bildern wählen.</translation>
    </message>
    <message>
        <source>Choose the grey-scale series.</source>
        <translation>Die Graustufenserie wählen.</translation>
    </message>
    <message>
        <source>Choose the image it was drawn on.</source>
        <translation>Das Bild wählen, auf dem gezeichnet wurde.</translation>
    </message>
    <message>
        <source>Choose the image that they were made on.</source>
        <translation>Das Bild wählen, auf dem sie erstellt wurden.</translation>
    </message>
    <message>
        <source>Choose the liver or its lobes.</source>
        <translation>Die Leber oder ihre Lappen wählen.</translation>
    </message>
    <message>
        <source>Choose the structure that is removed.</source>
        <translation>Die Struktur wählen, die entfernt wird.</translation>
    </message>
    <message>
        <source>Choose the volumes of all echoes of one acquisition.</source>
        <translation>Die Volumen aller Echos einer einzigen Aufnahme wählen.</translation>
    </message>
    <message>
        <source>Choose the volumes of all echoes.</source>
        <translation>Die Volumen aller Echos wählen.</translation>
    </message>
    <message>
        <source>Choose two.</source>
        <translation>Zwei verschiedene wählen.</translation>
    </message>
    <message>
        <source>Choose volumes of one acquisition, or resample them first.</source>
        <translation>Volumen einer einzigen Aufnahme wählen oder sie zuerst neu abtasten.</translation>
    </message>
    <message>
        <source>Choose what to remove.</source>
        <translation>Wählen, was entfernt werden soll.</translation>
    </message>
    <message>
        <source>Choose which one to hide.</source>
        <translation>Den zu verbergenden wählen.</translation>
    </message>
    <message>
        <source>Choose whole numbers from 1.</source>
        <translation>Ganze Zahlen ab 1 wählen.</translation>
    </message>
    <message>
        <source>Close it there, then try again.</source>
        <translation>Dort schließen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Andere Programme schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Close other programs, or load a part.</source>
        <translation>Andere Programme schließen oder einen Teil laden.</translation>
    </message>
    <message>
        <source>Close other programs, or open the case on a machine with more memory.</source>
        <translation>Andere Programme schließen oder den Fall auf einem Rechner mit mehr Arbeitsspeicher öffnen.</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Andere Programme schließen.</translation>
    </message>
    <message>
        <source>Close the case there first.</source>
        <translation>Zuerst den Fall dort schließen.</translation>
    </message>
    <message>
        <source>Compare its outline with the image.</source>
        <translation>Den Umriss mit dem Bild vergleichen.</translation>
    </message>
    <message>
        <source>Compare lengths with the source before you measure.</source>
        <translation>Längen mit der Quelle vergleichen, bevor gemessen wird.</translation>
    </message>
    <message>
        <source>Compare the patient's name with the source.</source>
        <translation>Den Namen des Patienten mit der Quelle vergleichen.</translation>
    </message>
    <message>
        <source>Compare their structure.</source>
        <translation>Ihre Struktur vergleichen.</translation>
    </message>
    <message>
        <source>Compare with the source, or export the acquisitions as separate series.</source>
        <translation>Mit der Quelle vergleichen oder die Aufnahmen als getrennte Serien exportieren.</translation>
    </message>
    <message>
        <source>Compute it once more with smaller voxels and compare the volumes.</source>
        <translation>Noch einmal mit kleineren Voxeln berechnen und die Volumina vergleichen.</translation>
    </message>
    <message>
        <source>Compute the plan again on the new image.</source>
        <translation>Den Plan auf dem neuen Bild neu berechnen.</translation>
    </message>
    <message>
        <source>Confirm it again when it is right.</source>
        <translation>Erneut bestätigen, wenn sie stimmt.</translation>
    </message>
    <message>
        <source>Confirm it, or plan with structures that are not confirmed, too.</source>
        <translation>Bestätigen oder auch mit nicht bestätigten Strukturen planen.</translation>
    </message>
    <message>
        <source>Confirm them and plan again, or sign knowing it.</source>
        <translation>Diese bestätigen und neu planen, oder in Kenntnis dessen unterzeichnen.</translation>
    </message>
    <message>
        <source>Convert the volume to Int16 HU first.</source>
        <translation>Das Volumen zuerst in Int16 HU umwandeln.</translation>
    </message>
    <message>
        <source>Copy it to a local disk and try again. If that does not help it is damaged: export it again.</source>
        <translation>Auf einen lokalen Datenträger kopieren und noch einmal versuchen. Hilft das nicht, ist sie beschädigt: noch einmal exportieren.</translation>
    </message>
    <message>
        <source>Copy or download it again, or unpack it and open the folder.</source>
        <translation>Es noch einmal kopieren oder herunterladen oder es entpacken und den Ordner öffnen.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Noch einmal kopieren oder herunterladen.</translation>
    </message>
    <message>
        <source>Copy or export it again.</source>
        <translation>Noch einmal kopieren oder exportieren.</translation>
    </message>
    <message>
        <source>Copy or export it again. If another program opens it, save it there in another format.</source>
        <translation>Noch einmal kopieren oder exportieren. Wenn ein anderes Programm sie öffnet, dort in einem anderen Format speichern.</translation>
    </message>
    <message>
        <source>Copy or export the study again if images are missing.</source>
        <translation>Die Studie noch einmal kopieren oder exportieren, wenn Bilder fehlen.</translation>
    </message>
    <message>
        <source>Copy or export the study again.</source>
        <translation>Die Studie noch einmal kopieren oder exportieren.</translation>
    </message>
    <message>
        <source>Correct them on the new image before you measure growth.</source>
        <translation>Auf dem neuen Bild korrigieren, bevor das Wachstum gemessen wird.</translation>
    </message>
    <message>
        <source>Curves of this case: %1.</source>
        <translation>Kurven dieses Falls: %1.</translation>
    </message>
    <message>
        <source>Cut the loop at its other place first, or cut by the whole plane.</source>
        <translation>Die Schleife zuerst an ihrer anderen Stelle durchschneiden oder mit der ganzen Ebene schneiden.</translation>
    </message>
    <message>
        <source>Decimate the surface first.</source>
        <translation>Zuerst die Oberfläche ausdünnen.</translation>
    </message>
    <message>
        <source>Density and specific heat must be above 0, conductivity and perfusion at least 0, the share of water 0 to 1.</source>
        <translation>Dichte und spezifische Wärme müssen über 0 liegen, Leitfähigkeit und Durchblutung mindestens 0 sein, der Wasseranteil 0 bis 1.</translation>
    </message>
    <message>
        <source>Density, specific heat and heat transfer must be at least 0.</source>
        <translation>Dichte, spezifische Wärme und Wärmeübergang müssen mindestens 0 sein.</translation>
    </message>
    <message>
        <source>Diameter of %1</source>
        <translation>Durchmesser: %1</translation>
    </message>
    <message>
        <source>Did you mean '%1'? %2</source>
        <translation>Meinten Sie „%1“? %2</translation>
    </message>
    <message>
        <source>Distance to %1</source>
        <translation>Abstand zu %1</translation>
    </message>
    <message>
        <source>Distances grow away from the root of the centreline.</source>
        <translation>Die Abstände wachsen von der Wurzel der Mittellinie weg.</translation>
    </message>
    <message>
        <source>Distances grow towards the %1</source>
        <translation>Die Abstände wachsen in Richtung „%1“</translation>
    </message>
    <message>
        <source>Do not measure in it.</source>
        <translation>Nicht darin messen.</translation>
    </message>
    <message>
        <source>Do not measure or plan across the gap; ask for the whole series.</source>
        <translation>Über die Lücke hinweg weder messen noch planen; die ganze Serie verlangen.</translation>
    </message>
    <message>
        <source>Do not measure there; export the image again if they lie in the patient.</source>
        <translation>Dort nicht messen; das Bild noch einmal exportieren, wenn sie im Patienten liegen.</translation>
    </message>
    <message>
        <source>Do not rely on left and right before you have checked them.</source>
        <translation>Sich nicht auf links und rechts verlassen, bevor sie geprüft sind.</translation>
    </message>
    <message>
        <source>Do not rely on left, right or positions.</source>
        <translation>Sich nicht auf links, rechts oder Positionen verlassen.</translation>
    </message>
    <message>
        <source>Do not trust this archive; ask for a new one.</source>
        <translation>Diesem Archiv nicht vertrauen; ein neues verlangen.</translation>
    </message>
    <message>
        <source>Do not use it for a decision on a patient.</source>
        <translation>Nicht für eine Entscheidung an einem Patienten benutzen.</translation>
    </message>
    <message>
        <source>Do not use this file.</source>
        <translation>Diese Datei nicht benutzen.</translation>
    </message>
    <message>
        <source>Draw a longer one, or take a smaller step.</source>
        <translation>Eine längere zeichnen oder einen kleineren Schritt nehmen.</translation>
    </message>
    <message>
        <source>Draw around the part you mean.</source>
        <translation>Um den gemeinten Teil herum zeichnen.</translation>
    </message>
    <message>
        <source>Draw in another view.</source>
        <translation>In einer anderen Ansicht zeichnen.</translation>
    </message>
    <message>
        <source>Draw it again.</source>
        <translation>Ihn noch einmal zeichnen.</translation>
    </message>
    <message>
        <source>Draw it and choose it if it matters.</source>
        <translation>Zeichnen und wählen, falls es darauf ankommt.</translation>
    </message>
    <message>
        <source>Draw it in another view.</source>
        <translation>In einer anderen Ansicht zeichnen.</translation>
    </message>
    <message>
        <source>Draw it with two points or more, or choose another one.</source>
        <translation>Sie mit mindestens zwei Punkten zeichnen oder eine andere wählen.</translation>
    </message>
    <message>
        <source>Draw the curve again.</source>
        <translation>Die Kurve neu zeichnen.</translation>
    </message>
    <message>
        <source>Draw the region again.</source>
        <translation>Die Region neu zeichnen.</translation>
    </message>
    <message>
        <source>Each image is a mosaic of many slices, which is not supported.</source>
        <translation>Jedes Bild ist ein Mosaik vieler Schichten, was nicht unterstützt wird.</translation>
    </message>
    <message>
        <source>Edge of the image, no skin</source>
        <translation>Bildrand, keine Haut</translation>
    </message>
    <message>
        <source>Enter a larger half edge of the box.</source>
        <translation>Eine größere halbe Kante des Kastens eingeben.</translation>
    </message>
    <message>
        <source>Enter a length and a radius above 0 mm, and an entry away from the tip.</source>
        <translation>Länge und Radius über 0 mm eingeben und einen Eintritt, der von der Spitze entfernt liegt.</translation>
    </message>
    <message>
        <source>Enter a period and a depth above 0, and an exponent of 1 to 6.</source>
        <translation>Eine Periode und eine Tiefe über 0 sowie einen Exponenten von 1 bis 6 eingeben.</translation>
    </message>
    <message>
        <source>Enter a power of at least 0 W and an absorption length above 0 mm.</source>
        <translation>Eine Leistung von mindestens 0 W und eine Absorptionslänge über 0 mm eingeben.</translation>
    </message>
    <message>
        <source>Enter a time of at least 0 s, a tolerance and a longest step above 0.</source>
        <translation>Eine Zeit von mindestens 0 s sowie eine Toleranz und einen längsten Schritt über 0 eingeben.</translation>
    </message>
    <message>
        <source>Enter both from the data of your device, or choose a surface that is held.</source>
        <translation>Beides aus den Daten des Geräts eingeben oder eine gehaltene Oberfläche wählen.</translation>
    </message>
    <message>
        <source>Enter how far in each image was taken, from 0 to 1.</source>
        <translation>Für jedes Bild eingeben, wie weit eingeatmet war, von 0 bis 1.</translation>
    </message>
    <message>
        <source>Enter the blood flow of living liver for a patient.</source>
        <translation>Für einen Patienten die Durchblutung lebender Leber eingeben.</translation>
    </message>
    <message>
        <source>Enter what was measured in this patient.</source>
        <translation>Eingeben, was bei diesem Patienten gemessen wurde.</translation>
    </message>
    <message>
        <source>Entry and target are the same point.</source>
        <translation>Eintritt und Ziel sind derselbe Punkt.</translation>
    </message>
    <message>
        <source>Every image has an orientation of its own (radial or free-hand); they make no stack.</source>
        <translation>Jedes Bild hat seine eigene Ausrichtung (radial oder freihand); sie ergeben keinen Stapel.</translation>
    </message>
    <message>
        <source>Every image names a series of its own; they were joined by folder and geometry.</source>
        <translation>Jedes Bild nennt eine eigene Serie; sie wurden nach Ordner und Geometrie zusammengefügt.</translation>
    </message>
    <message>
        <source>Exchange the two.</source>
        <translation>Die beiden vertauschen.</translation>
    </message>
    <message>
        <source>Expected %1.</source>
        <translation>Erwartet: %1.</translation>
    </message>
    <message>
        <source>Export a part of it, or thicker slices.</source>
        <translation>Einen Teil davon oder dickere Schichten exportieren.</translation>
    </message>
    <message>
        <source>Export as little endian.</source>
        <translation>Als Little Endian exportieren.</translation>
    </message>
    <message>
        <source>Export fewer at a time.</source>
        <translation>Weniger auf einmal exportieren.</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Noch einmal exportieren.</translation>
    </message>
    <message>
        <source>Export it as a binary segmentation.</source>
        <translation>Sie als binäre Segmentierung exportieren.</translation>
    </message>
    <message>
        <source>Export it as one slice an image, or convert it to NIfTI.</source>
        <translation>Als eine Schicht je Bild exportieren oder in NIfTI umwandeln.</translation>
    </message>
    <message>
        <source>Export it uncompressed.</source>
        <translation>Sie unkomprimiert exportieren.</translation>
    </message>
    <message>
        <source>Export the image again.</source>
        <translation>Das Bild noch einmal exportieren.</translation>
    </message>
    <message>
        <source>Export the parts as separate series.</source>
        <translation>Die Teile als getrennte Serien exportieren.</translation>
    </message>
    <message>
        <source>Export the study again.</source>
        <translation>Die Studie noch einmal exportieren.</translation>
    </message>
    <message>
        <source>Export the study as one file a slice.</source>
        <translation>Die Studie als eine Datei je Schicht exportieren.</translation>
    </message>
    <message>
        <source>Export the study uncompressed or as JPEG 2000.</source>
        <translation>Die Studie unkomprimiert oder als JPEG 2000 exportieren.</translation>
    </message>
    <message>
        <source>Export the study uncompressed, or as JPEG 2000 or JPEG lossless.</source>
        <translation>Die Studie unkomprimiert oder als JPEG 2000 oder JPEG lossless exportieren.</translation>
    </message>
    <message>
        <source>Export the study with 16 bits a pixel.</source>
        <translation>Die Studie mit 16 Bit je Pixel exportieren.</translation>
    </message>
    <message>
        <source>Export the study with 16 bits.</source>
        <translation>Die Studie mit 16 Bit exportieren.</translation>
    </message>
    <message>
        <source>Export the surface again.</source>
        <translation>Die Oberfläche noch einmal exportieren.</translation>
    </message>
    <message>
        <source>Export them again.</source>
        <translation>Sie noch einmal exportieren.</translation>
    </message>
    <message>
        <source>Follow the path over the breath again.</source>
        <translation>Dem Weg über den Atemzug noch einmal folgen.</translation>
    </message>
    <message>
        <source>Follow-up: %1 on %2</source>
        <translation>Verlauf: %1 auf %2</translation>
    </message>
    <message>
        <source>For example 2..5.</source>
        <translation>Zum Beispiel 2..5.</translation>
    </message>
    <message>
        <source>For example segment.threshold.low, or liver:segment.threshold.low of one object.</source>
        <translation>Zum Beispiel segment.threshold.low, oder liver:segment.threshold.low für ein einzelnes Objekt.</translation>
    </message>
    <message>
        <source>Free some space in the folder for temporary files, or set TMPDIR to another one.</source>
        <translation>Im Ordner für temporäre Dateien Platz schaffen oder TMPDIR auf einen anderen setzen.</translation>
    </message>
    <message>
        <source>Free some space or choose a folder on another disk, then write again.</source>
        <translation>Platz schaffen oder einen Ordner auf einem anderen Datenträger wählen, dann noch einmal schreiben.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then save again.</source>
        <translation>Platz schaffen oder einen anderen Ordner wählen, dann noch einmal speichern.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then save again. The old file is as it was.</source>
        <translation>Platz schaffen oder einen anderen Ordner wählen, dann noch einmal speichern. Die alte Datei ist unverändert.</translation>
    </message>
    <message>
        <source>Free some space, choose another folder, or make it smaller or shorter. Nothing is left of it.</source>
        <translation>Platz schaffen, einen anderen Ordner wählen oder den Film kleiner oder kürzer machen. Es bleibt nichts davon zurück.</translation>
    </message>
    <message>
        <source>Give %1.</source>
        <translation>Angeben: %1.</translation>
    </message>
    <message>
        <source>Give -180 to 180 degrees.</source>
        <translation>-180 bis 180 Grad angeben.</translation>
    </message>
    <message>
        <source>Give 0 to 200 mm.</source>
        <translation>0 bis 200 mm angeben.</translation>
    </message>
    <message>
        <source>Give 0 to 50 mm.</source>
        <translation>0 bis 50 mm angeben.</translation>
    </message>
    <message>
        <source>Give 0.05 to 10 mm.</source>
        <translation>0.05 bis 10 mm angeben.</translation>
    </message>
    <message>
        <source>Give 1 to 500 mm.</source>
        <translation>1 bis 500 mm angeben.</translation>
    </message>
    <message>
        <source>Give a compliance in mL/mmHg.</source>
        <translation>Eine Compliance in mL/mmHg angeben.</translation>
    </message>
    <message>
        <source>Give a direction and a reach in mm.</source>
        <translation>Eine Richtung und eine Reichweite in mm angeben.</translation>
    </message>
    <message>
        <source>Give a direction such as 0,0,1.</source>
        <translation>Eine Richtung angeben, etwa 0,0,1.</translation>
    </message>
    <message>
        <source>Give a split inside its range, at least 20 draws, and no negative uncertainty.</source>
        <translation>Eine Teilung in ihrem Bereich, mindestens 20 Ziehungen und keine negative Unsicherheit angeben.</translation>
    </message>
    <message>
        <source>Give a time of its own for each echo, the shortest first.</source>
        <translation>Für jedes Echo eine eigene Zeit angeben, die kürzeste zuerst.</translation>
    </message>
    <message>
        <source>Give a value above 0.</source>
        <translation>Einen Wert über 0 angeben.</translation>
    </message>
    <message>
        <source>Give a volume for every part that holds blood.</source>
        <translation>Für jeden Teil, der Blut enthält, ein Volumen angeben.</translation>
    </message>
    <message>
        <source>Give all six of them.</source>
        <translation>Alle sechs angeben.</translation>
    </message>
    <message>
        <source>Give as many in both, in the same order.</source>
        <translation>In beiden gleich viele angeben, in derselben Reihenfolge.</translation>
    </message>
    <message>
        <source>Give at least one peak.</source>
        <translation>Mindestens einen Peak angeben.</translation>
    </message>
    <message>
        <source>Give both, or neither.</source>
        <translation>Beide angeben oder keines.</translation>
    </message>
    <message>
        <source>Give both.</source>
        <translation>Beides angeben.</translation>
    </message>
    <message>
        <source>Give cardiac output, portal and arterial flow above 0.</source>
        <translation>Herzzeitvolumen, portalen und arteriellen Fluss über 0 angeben.</translation>
    </message>
    <message>
        <source>Give fewer pixels or slices.</source>
        <translation>Weniger Pixel oder Schichten angeben.</translation>
    </message>
    <message>
        <source>Give finite coordinates in mm.</source>
        <translation>Endliche Koordinaten in mm angeben.</translation>
    </message>
    <message>
        <source>Give finite degrees.</source>
        <translation>Einen endlichen Winkel in Grad angeben.</translation>
    </message>
    <message>
        <source>Give finite seconds.</source>
        <translation>Eine endliche Zeit in Sekunden angeben.</translation>
    </message>
    <message>
        <source>Give finite values from 0.</source>
        <translation>Endliche Werte ab 0 angeben.</translation>
    </message>
    <message>
        <source>Give for example 0.5.</source>
        <translation>Zum Beispiel 0.5 angeben.</translation>
    </message>
    <message>
        <source>Give height and weight for the standardised remnant.</source>
        <translation>Für den standardisierten Rest Körpergröße und Gewicht angeben.</translation>
    </message>
    <message>
        <source>Give it a mask, or remove it if it does not matter.</source>
        <translation>Mit einer Maske versehen oder entfernen, falls ohne Bedeutung.</translation>
    </message>
    <message>
        <source>Give one a node.</source>
        <translation>Je Knoten eine angeben.</translation>
    </message>
    <message>
        <source>Give one an echo.</source>
        <translation>Je Echo eines angeben.</translation>
    </message>
    <message>
        <source>Give one of some length.</source>
        <translation>Eine mit einer Länge angeben.</translation>
    </message>
    <message>
        <source>Give one such as 0,0,1.</source>
        <translation>Eine angeben, etwa 0,0,1.</translation>
    </message>
    <message>
        <source>Give one such as 1,0,0.</source>
        <translation>Eine angeben, zum Beispiel 1,0,0.</translation>
    </message>
    <message>
        <source>Give one.</source>
        <translation>Einen angeben.</translation>
    </message>
    <message>
        <source>Give shares from 0 and removed parts from 0 to 1.</source>
        <translation>Anteile ab 0 und entfernte Teile von 0 bis 1 angeben.</translation>
    </message>
    <message>
        <source>Give shares from 0 to 1.</source>
        <translation>Anteile von 0 bis 1 angeben.</translation>
    </message>
    <message>
        <source>Give that of the scanner in tesla, such as 1.5.</source>
        <translation>Die des Scanners in Tesla angeben, etwa 1.5.</translation>
    </message>
    <message>
        <source>Give the inertance to the vessel behind it.</source>
        <translation>Die Inertanz dem Gefäß dahinter geben.</translation>
    </message>
    <message>
        <source>Give the point.</source>
        <translation>Den Punkt angeben.</translation>
    </message>
    <message>
        <source>Give the pressures and flows more exactly.</source>
        <translation>Die Drücke und Flüsse genauer angeben.</translation>
    </message>
    <message>
        <source>Give the result a name of its own, or take the confirmation back.</source>
        <translation>Dem Ergebnis einen eigenen Namen geben oder die Bestätigung zurücknehmen.</translation>
    </message>
    <message>
        <source>Give three numbers a line: x y z.</source>
        <translation>Drei Zahlen je Zeile angeben: x y z.</translation>
    </message>
    <message>
        <source>Growing needs between 2 and 250 structures with seeds.</source>
        <translation>Das Wachsen braucht zwischen 2 und 250 Strukturen mit Keimen.</translation>
    </message>
    <message>
        <source>Growing needs two seeds or more.</source>
        <translation>Das Wachsen braucht zwei oder mehr Keime.</translation>
    </message>
    <message>
        <source>H1 bone</source>
        <translation>H1 Knochen</translation>
    </message>
    <message>
        <source>H1 organ</source>
        <translation>H1 Organ</translation>
    </message>
    <message>
        <source>H2 vessel</source>
        <translation>H2 Gefäß</translation>
    </message>
    <message>
        <source>H3 needle too short</source>
        <translation>H3 Nadel zu kurz</translation>
    </message>
    <message>
        <source>H4 too flat to the capsule</source>
        <translation>H4 zu flach zur Kapsel</translation>
    </message>
    <message>
        <source>H5 too little liver before the target</source>
        <translation>H5 zu wenig Leber vor dem Ziel</translation>
    </message>
    <message>
        <source>H6 crosses the capsule more than allowed</source>
        <translation>H6 kreuzt die Kapsel öfter als erlaubt</translation>
    </message>
    <message>
        <source>H7 from the table's side</source>
        <translation>H7 von der Tischseite</translation>
    </message>
    <message>
        <source>H7 tilted too far from the axial plane</source>
        <translation>H7 zu weit aus der axialen Ebene gekippt</translation>
    </message>
    <message>
        <source>H8 too flat to the skin</source>
        <translation>H8 zu flach zur Haut</translation>
    </message>
    <message>
        <source>Heated zones (%1)</source>
        <translation>Erhitzte Zonen (%1)</translation>
    </message>
    <message>
        <source>High values are meant to be shown dark in this series.</source>
        <translation>Hohe Werte sollen in dieser Serie dunkel gezeigt werden.</translation>
    </message>
    <message>
        <source>Hold a side of the box, or give the tissue perfusion.</source>
        <translation>Eine Seite des Kastens auf Temperatur halten oder dem Gewebe eine Durchblutung geben.</translation>
    </message>
    <message>
        <source>Hollow organs are not kept away from.</source>
        <translation>Von Hohlorganen wird kein Abstand gehalten.</translation>
    </message>
    <message>
        <source>Ids are lower case, as 'pollux show' lists them.</source>
        <translation>Kennungen sind kleingeschrieben, so wie 'pollux show' sie auflistet.</translation>
    </message>
    <message>
        <source>Images of this bit depth cannot be read here.</source>
        <translation>Bilder dieser Bittiefe können hier nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Images with %1 bits a pixel are not supported.</source>
        <translation>Bilder mit %1 Bit je Pixel werden nicht unterstützt.</translation>
    </message>
    <message>
        <source>Import an image of another state of breathing and register it deformably onto the image of the plan.</source>
        <translation>Ein Bild eines anderen Atemzustands importieren und deformierbar auf das Bild des Plans registrieren.</translation>
    </message>
    <message>
        <source>Import fewer at a time.</source>
        <translation>Weniger auf einmal importieren.</translation>
    </message>
    <message>
        <source>Import it as labels if it is a segmentation.</source>
        <translation>Sie als Labels importieren, wenn sie eine Segmentierung ist.</translation>
    </message>
    <message>
        <source>Import the other phases of its series into this case, or film slices.</source>
        <translation>Die anderen Phasen der Serie in diesen Fall importieren oder Schichten filmen.</translation>
    </message>
    <message>
        <source>Import the series of one patient only; a case holds one patient.</source>
        <translation>Nur die Serie eines Patienten importieren; ein Fall enthält einen Patienten.</translation>
    </message>
    <message>
        <source>Imported structures took the place of these proposals: %1.</source>
        <translation>Importierte Strukturen haben diese Vorschläge ersetzt: %1.</translation>
    </message>
    <message>
        <source>In the gate the target lies %1 mm from where the plan has it.</source>
        <translation>Im Atemfenster liegt das Ziel %1 mm von seiner Stelle im Plan entfernt.</translation>
    </message>
    <message>
        <source>In the gate the target still moves by %1 mm.</source>
        <translation>Im Atemfenster bewegt sich das Ziel noch um %1 mm.</translation>
    </message>
    <message>
        <source>Install the program again, or choose English.</source>
        <translation>Das Programm neu installieren oder Englisch wählen.</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Das Programm neu installieren.</translation>
    </message>
    <message>
        <source>Install the program again; its built-in theme is damaged.</source>
        <translation>Das Programm neu installieren; sein eingebautes Farbschema ist beschädigt.</translation>
    </message>
    <message>
        <source>It could not be loaded: %1</source>
        <translation>Es konnte nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>It failed while starting, without saying why.</source>
        <translation>Es scheiterte beim Start, ohne einen Grund zu nennen.</translation>
    </message>
    <message>
        <source>It failed while starting: %1</source>
        <translation>Es scheiterte beim Start: %1</translation>
    </message>
    <message>
        <source>It has no list 'limits'.</source>
        <translation>Sie hat keine Liste 'limits'.</translation>
    </message>
    <message>
        <source>It has none at all.</source>
        <translation>Es gibt gar keine.</translation>
    </message>
    <message>
        <source>It has none: take a plan, a measurement, or a structure that was measured.</source>
        <translation>Es gibt keine: einen Plan, eine Messung oder eine gemessene Struktur nehmen.</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>Vorhanden: %1.</translation>
    </message>
    <message>
        <source>It holds none that is open. What an operation refuses to run on is to be mended.</source>
        <translation>Es gibt darin keinen offenen. Was eine Operation am Ausführen hindert, ist zu beheben.</translation>
    </message>
    <message>
        <source>It is damaged or packed beyond measure: export it again, or a part of it.</source>
        <translation>Sie ist beschädigt oder übermäßig komprimiert: noch einmal exportieren, ganz oder einen Teil davon.</translation>
    </message>
    <message>
        <source>It is not a Pollux plugin.</source>
        <translation>Es ist kein Pollux-Plugin.</translation>
    </message>
    <message>
        <source>It is not an object with 'operation' and 'values'.</source>
        <translation>Er ist kein Objekt mit 'operation' und 'values'.</translation>
    </message>
    <message>
        <source>It is not valid JSON.</source>
        <translation>Sie ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>It may lie outside the image, lack contrast or look unusual: draw it by hand if the plan needs it.</source>
        <translation>Möglicherweise außerhalb des Bildes, ohne Kontrast oder von ungewöhnlichem Aussehen: von Hand zeichnen, wenn der Plan es braucht.</translation>
    </message>
    <message>
        <source>It must be 0.01 degrees wide or more.</source>
        <translation>Er muss mindestens 0.01 Grad breit sein.</translation>
    </message>
    <message>
        <source>It must be an object.</source>
        <translation>Der Eintrag muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>It reaches the border of an image: it may not be whole.</source>
        <translation>Sie reicht bis an den Rand eines Bildes: Sie ist vielleicht nicht ganz.</translation>
    </message>
    <message>
        <source>It stays marked as stale; make it again by hand.</source>
        <translation>Es bleibt als veraltet gekennzeichnet; von Hand neu erzeugen.</translation>
    </message>
    <message>
        <source>It was built for core version %1; this program has %2. Build it again.</source>
        <translation>Es wurde für Kernversion %1 gebaut; dieses Programm hat %2. Neu bauen.</translation>
    </message>
    <message>
        <source>Its metadata names no id or no coreVersion.</source>
        <translation>Seine Metadaten nennen keine id oder keine coreVersion.</translation>
    </message>
    <message>
        <source>Its points were carried as landmarks: %1.</source>
        <translation>Seine Punkte wurden als Landmarken übertragen: %1.</translation>
    </message>
    <message>
        <source>Its volume there is not that of the whole.</source>
        <translation>Das Volumen dort ist nicht das der ganzen Struktur.</translation>
    </message>
    <message>
        <source>Join its two nodes into one.</source>
        <translation>Seine beiden Knoten zu einem zusammenfassen.</translation>
    </message>
    <message>
        <source>Keep the lesions there are, or remove or rename them first.</source>
        <translation>Die vorhandenen Läsionen behalten oder sie zuerst entfernen oder umbenennen.</translation>
    </message>
    <message>
        <source>Leave the modality as stated.</source>
        <translation>Die Modalität wie angegeben lassen.</translation>
    </message>
    <message>
        <source>Leave them out, or enlarge the reach.</source>
        <translation>Sie weglassen oder die Reichweite vergrößern.</translation>
    </message>
    <message>
        <source>Leaves the body on its way</source>
        <translation>Verlässt auf dem Weg den Körper</translation>
    </message>
    <message>
        <source>Left at landmark %1</source>
        <translation>Rest an Landmarke %1</translation>
    </message>
    <message>
        <source>Lesions are found by their attenuation, so this needs a CT; the series is %1.</source>
        <translation>Läsionen werden an ihrer Schwächung erkannt, dafür ist ein CT nötig; die Serie ist %1.</translation>
    </message>
    <message>
        <source>Less than half of the fixed image is met by the moving one.</source>
        <translation>Weniger als die Hälfte des festen Bildes wird vom bewegten getroffen.</translation>
    </message>
    <message>
        <source>Let a second person look at it.</source>
        <translation>Eine zweite Person hinzuziehen.</translation>
    </message>
    <message>
        <source>Let it stay, or take its confirmation back.</source>
        <translation>Unverändert lassen oder die Bestätigung zurücknehmen.</translation>
    </message>
    <message>
        <source>Limit it to a structure, or put the seeds closer together.</source>
        <translation>Auf eine Struktur begrenzen oder die Keime näher zusammenlegen.</translation>
    </message>
    <message>
        <source>Limits file '%1', entry %2: %3</source>
        <translation>Grenzwertdatei „%1“, Eintrag %2: %3</translation>
    </message>
    <message>
        <source>Limits file '%1': %2</source>
        <translation>Grenzwertdatei „%1“: %2</translation>
    </message>
    <message>
        <source>Line %1 of the landmarks is no place.</source>
        <translation>Zeile %1 der Landmarken ist kein Ort.</translation>
    </message>
    <message>
        <source>Liver lesion %1</source>
        <translation>Leberläsion %1</translation>
    </message>
    <message>
        <source>Liver puncture %1</source>
        <translation>Leberpunktion %1</translation>
    </message>
    <message>
        <source>Load it again.</source>
        <translation>Noch einmal laden.</translation>
    </message>
    <message>
        <source>Load or make one, or name it.</source>
        <translation>Eines laden oder erzeugen oder angeben.</translation>
    </message>
    <message>
        <source>Look at each on the slices, mend it and confirm it.</source>
        <translation>Jede in den Schichten ansehen, verbessern und bestätigen.</translation>
    </message>
    <message>
        <source>Look at it slice by slice and correct it before relying on it.</source>
        <translation>Schicht für Schicht ansehen und korrigieren, bevor Sie sich darauf verlassen.</translation>
    </message>
    <message>
        <source>Look at the fusion; start from landmarks if it is wrong.</source>
        <translation>Die Fusion prüfen; von Landmarken ausgehen, falls sie falsch ist.</translation>
    </message>
    <message>
        <source>Look at the limits that are set, and where the tool was used.</source>
        <translation>Die eingestellten Grenzen prüfen, und wo das Werkzeug benutzt wurde.</translation>
    </message>
    <message>
        <source>Look at the path: heat and bleeding there are not what this model is for.</source>
        <translation>Den Weg ansehen: Für Hitze und Blutung dort ist dieses Modell nicht gemacht.</translation>
    </message>
    <message>
        <source>Look at the registration of the two images: it may be wrong.</source>
        <translation>Die Registrierung der beiden Bilder prüfen: Sie kann falsch sein.</translation>
    </message>
    <message>
        <source>Look at the registration there; draw the structure anew on the new image.</source>
        <translation>Die Registrierung dort prüfen; die Struktur auf dem neuen Bild neu zeichnen.</translation>
    </message>
    <message>
        <source>Look at the registration: it may be wrong.</source>
        <translation>Die Registrierung prüfen: Sie kann falsch sein.</translation>
    </message>
    <message>
        <source>Look whether it is a lesion of the liver.</source>
        <translation>Nachsehen, ob es eine Läsion der Leber ist.</translation>
    </message>
    <message>
        <source>Look whether it lies where it should, or lower the background.</source>
        <translation>Prüfen, ob die Struktur liegt, wo sie soll, oder den Hintergrund herabsetzen.</translation>
    </message>
    <message>
        <source>Look whether its landmarks or its branch lie where they should.</source>
        <translation>Nachsehen, ob Landmarken oder Ast dort liegen, wo sie sollen.</translation>
    </message>
    <message>
        <source>Lungs are not kept away from.</source>
        <translation>Von den Lungen wird kein Abstand gehalten.</translation>
    </message>
    <message>
        <source>Make all maps on the same grid.</source>
        <translation>Alle Karten auf demselben Gitter erzeugen.</translation>
    </message>
    <message>
        <source>Make all pictures of a film in one size.</source>
        <translation>Alle Bilder eines Films in einer Größe erstellen.</translation>
    </message>
    <message>
        <source>Make it again.</source>
        <translation>Neu erzeugen.</translation>
    </message>
    <message>
        <source>Make room on the disk, then save the case under another name.</source>
        <translation>Platz auf dem Datenträger schaffen, dann den Fall unter anderem Namen speichern.</translation>
    </message>
    <message>
        <source>Make room there, or unpack the archive yourself and open the folder.</source>
        <translation>Dort Platz schaffen oder das Archiv selbst entpacken und den Ordner öffnen.</translation>
    </message>
    <message>
        <source>Make sure that the file belongs to this patient.</source>
        <translation>Sicherstellen, dass die Datei zu diesem Patienten gehört.</translation>
    </message>
    <message>
        <source>Make the centreline again from the mask as it is now.</source>
        <translation>Die Mittellinie aus der Maske in ihrem jetzigen Stand neu erzeugen.</translation>
    </message>
    <message>
        <source>Make the centreline again, or choose a larger step.</source>
        <translation>Die Mittellinie neu erzeugen oder einen größeren Schritt wählen.</translation>
    </message>
    <message>
        <source>Make the centreline of a vessel (mesh.centrelines), or measure a path along the curve.</source>
        <translation>Die Mittellinie eines Gefäßes erstellen (mesh.centrelines) oder eine Strecke entlang der Kurve messen.</translation>
    </message>
    <message>
        <source>Make the centrelines of the portal vein first, or cut by a plane.</source>
        <translation>Zuerst die Mittellinien der Pfortader erzeugen oder mit einer Ebene schneiden.</translation>
    </message>
    <message>
        <source>Make the centrelines of the portal vein first, or part by planes.</source>
        <translation>Zuerst die Mittellinien der Pfortader erzeugen oder nach Ebenen teilen.</translation>
    </message>
    <message>
        <source>Make the gate narrower, or let the patient hold the breath.</source>
        <translation>Das Atemfenster enger machen oder den Patienten den Atem anhalten lassen.</translation>
    </message>
    <message>
        <source>Make the surface of the structure first.</source>
        <translation>Zuerst die Oberfläche der Struktur erzeugen.</translation>
    </message>
    <message>
        <source>Margin of heat: %1</source>
        <translation>Sicherheitsabstand der Hitze: %1</translation>
    </message>
    <message>
        <source>Mark at least one branch.</source>
        <translation>Mindestens einen Ast markieren.</translation>
    </message>
    <message>
        <source>Measure the inputs more exactly to narrow it.</source>
        <translation>Die Eingaben genauer messen, um es zu verengen.</translation>
    </message>
    <message>
        <source>Measure them by Doppler or flow MRI if you can.</source>
        <translation>Wenn möglich mit Doppler oder Fluss-MRT messen.</translation>
    </message>
    <message>
        <source>Measure values on the original image.</source>
        <translation>Werte auf dem ursprünglichen Bild messen.</translation>
    </message>
    <message>
        <source>Measures across the thick parts are less exact; use an even reconstruction if there is one.</source>
        <translation>Maße quer durch die dicken Teile sind weniger genau; eine gleichmäßige Rekonstruktion verwenden, wenn es eine gibt.</translation>
    </message>
    <message>
        <source>Mend it, or acknowledge %1 with a reason.</source>
        <translation>Beheben oder %1 mit einer Begründung anerkennen.</translation>
    </message>
    <message>
        <source>Mend this entry of the limits file, or remove the file.</source>
        <translation>Diesen Eintrag der Grenzwertdatei berichtigen oder die Datei entfernen.</translation>
    </message>
    <message>
        <source>Merge small structures, or remove some.</source>
        <translation>Kleine Strukturen vereinigen oder einige entfernen.</translation>
    </message>
    <message>
        <source>Middle of the volume, %1</source>
        <translation>Mitte des Volumens, %1</translation>
    </message>
    <message>
        <source>More than half of '%1' lies outside the image or is thinner than its voxels.</source>
        <translation>Mehr als die Hälfte von „%1“ liegt außerhalb des Bildes oder ist dünner als dessen Voxel.</translation>
    </message>
    <message>
        <source>Move a needle, add one, or take a larger zone.</source>
        <translation>Eine Nadel versetzen, eine hinzufügen oder eine größere Zone nehmen.</translation>
    </message>
    <message>
        <source>Move it into the liver.</source>
        <translation>In die Leber verschieben.</translation>
    </message>
    <message>
        <source>Move or turn the plane.</source>
        <translation>Die Ebene verschieben oder drehen.</translation>
    </message>
    <message>
        <source>Move the cut if it is to be removed.</source>
        <translation>Den Schnitt verschieben, falls sie entfernt werden soll.</translation>
    </message>
    <message>
        <source>Move the cut off it.</source>
        <translation>Den Schnitt von ihr weg verschieben.</translation>
    </message>
    <message>
        <source>Move the entry to the skin.</source>
        <translation>Den Eintritt auf die Haut verschieben.</translation>
    </message>
    <message>
        <source>Move the marker, or widen the region.</source>
        <translation>Die Marke verschieben oder die Region erweitern.</translation>
    </message>
    <message>
        <source>Move the markers.</source>
        <translation>Die Marken verschieben.</translation>
    </message>
    <message>
        <source>Move the needle in the gate only.</source>
        <translation>Die Nadel nur im Atemfenster bewegen.</translation>
    </message>
    <message>
        <source>Move the plane into the liver.</source>
        <translation>Die Ebene in die Leber verschieben.</translation>
    </message>
    <message>
        <source>Move the plane, or turn its normal.</source>
        <translation>Die Ebene verschieben oder ihre Normale umkehren.</translation>
    </message>
    <message>
        <source>Move the seed, or widen the range.</source>
        <translation>Den Keim verschieben oder den Bereich erweitern.</translation>
    </message>
    <message>
        <source>Move the seeds.</source>
        <translation>Die Keime versetzen.</translation>
    </message>
    <message>
        <source>Name 1 to 254 kinds of tissue.</source>
        <translation>1 bis 254 Gewebearten angeben.</translation>
    </message>
    <message>
        <source>Name a hidden one, or none for all.</source>
        <translation>Einen verborgenen angeben, oder keinen für alle.</translation>
    </message>
    <message>
        <source>Name a text file of up to 64 MiB.</source>
        <translation>Eine Textdatei von bis zu 64 MiB nennen.</translation>
    </message>
    <message>
        <source>Name a text file with three numbers a line.</source>
        <translation>Eine Textdatei mit drei Zahlen je Zeile nennen.</translation>
    </message>
    <message>
        <source>Name a tissue for every label.</source>
        <translation>Für jede Markierung ein Gewebe angeben.</translation>
    </message>
    <message>
        <source>Name it .ogv for one film (Ogg Theora), .png for numbered lossless pictures, or name a folder.</source>
        <translation>Mit .ogv benennen für einen Film (Ogg Theora), mit .png für nummerierte verlustfreie Bilder, oder einen Ordner nennen.</translation>
    </message>
    <message>
        <source>Name one: the heated zone of a puncture gives the temperature at the lesion.</source>
        <translation>Eine nennen: Die erhitzte Zone einer Punktion ergibt die Temperatur an der Läsion.</translation>
    </message>
    <message>
        <source>Name the branches in the order of their points, such as II, III, IV.</source>
        <translation>Die Äste in der Reihenfolge ihrer Punkte benennen, zum Beispiel II, III, IV.</translation>
    </message>
    <message>
        <source>Name the lower value first: 2..5.</source>
        <translation>Den unteren Wert zuerst nennen: 2..5.</translation>
    </message>
    <message>
        <source>Name the one to carry.</source>
        <translation>Die zu übertragende Struktur angeben.</translation>
    </message>
    <message>
        <source>Name the structure and what lies around it.</source>
        <translation>Die Struktur und das, was um sie liegt, angeben.</translation>
    </message>
    <message>
        <source>Name the volume that the curve was made on.</source>
        <translation>Das Volumen nennen, auf dem die Kurve erstellt wurde.</translation>
    </message>
    <message>
        <source>Name them with label_names, for instance '1=spleen,5=liver'.</source>
        <translation>Sie mit label_names benennen, zum Beispiel '1=spleen,5=liver'.</translation>
    </message>
    <message>
        <source>Names hold characters that the stated character set does not allow; they are shown as '?'.</source>
        <translation>Namen enthalten Zeichen, die der angegebene Zeichensatz nicht erlaubt; sie werden als '?' gezeigt.</translation>
    </message>
    <message>
        <source>No body was found in this image.</source>
        <translation>In diesem Bild wurde kein Körper gefunden.</translation>
    </message>
    <message>
        <source>No branch has a label.</source>
        <translation>Kein Ast hat eine Markierung.</translation>
    </message>
    <message>
        <source>No caudate lobe is given: segment I is not parted, its tissue stays in the others.</source>
        <translation>Es ist kein Lobus caudatus angegeben: Segment I wird nicht abgeteilt, sein Gewebe bleibt in den anderen.</translation>
    </message>
    <message>
        <source>No cut meets the vessel.</source>
        <translation>Kein Schnitt trifft das Gefäß.</translation>
    </message>
    <message>
        <source>No entry can be proposed; skin angle and way through air are not checked.</source>
        <translation>Es kann kein Eintritt vorgeschlagen werden; Hautwinkel und Weg durch Luft werden nicht geprüft.</translation>
    </message>
    <message>
        <source>No entry keeps all limits. Shown is a path that breaks few: not to be used. Most frequent reasons: %1.</source>
        <translation>Kein Eintritt hält alle Grenzwerte ein. Gezeigt ist ein Weg, der wenige verletzt: nicht zu benutzen. Häufigste Gründe: %1.</translation>
    </message>
    <message>
        <source>No lesion darker than the liver was found.</source>
        <translation>Es wurde keine Läsion gefunden, die dunkler als die Leber ist.</translation>
    </message>
    <message>
        <source>No marker lies in the region to flood.</source>
        <translation>Keine Marke liegt in der Region, die geflutet werden soll.</translation>
    </message>
    <message>
        <source>No object is named.</source>
        <translation>Es ist kein Objekt genannt.</translation>
    </message>
    <message>
        <source>No part of '%1' is that large.</source>
        <translation>Kein Teil von „%1“ ist so groß.</translation>
    </message>
    <message>
        <source>No plan is chosen.</source>
        <translation>Es ist kein Plan gewählt.</translation>
    </message>
    <message>
        <source>No plan is named.</source>
        <translation>Es ist kein Plan genannt.</translation>
    </message>
    <message>
        <source>No point of the skin faces the target.</source>
        <translation>Kein Punkt der Haut ist dem Ziel zugewandt.</translation>
    </message>
    <message>
        <source>No point says which part is meant.</source>
        <translation>Kein Punkt sagt, welcher Teil gemeint ist.</translation>
    </message>
    <message>
        <source>No reason is given.</source>
        <translation>Es ist keine Begründung angegeben.</translation>
    </message>
    <message>
        <source>No seed lies in the region to grow over.</source>
        <translation>Kein Keim liegt in der Region, die bewachsen werden soll.</translation>
    </message>
    <message>
        <source>No series can be loaded. %1</source>
        <translation>Keine Serie kann geladen werden. %1</translation>
    </message>
    <message>
        <source>No size of the generic heart and no amount of blood gives this cardiac output and caval pressure.</source>
        <translation>Keine Größe des allgemeinen Herzens und keine Blutmenge ergibt dieses Herzzeitvolumen und diesen Hohlvenendruck.</translation>
    </message>
    <message>
        <source>No source is chosen.</source>
        <translation>Es ist keine Quelle gewählt.</translation>
    </message>
    <message>
        <source>No structure is chosen to be changed, and no name is given for a new one.</source>
        <translation>Es ist keine Struktur zum Ändern gewählt und kein Name für eine neue angegeben.</translation>
    </message>
    <message>
        <source>No structure is chosen to fit in.</source>
        <translation>Es ist keine Struktur gewählt, in der angepasst wird.</translation>
    </message>
    <message>
        <source>No structure was found there.</source>
        <translation>Dort wurde keine Struktur gefunden.</translation>
    </message>
    <message>
        <source>No tissue is predicted to die.</source>
        <translation>Nach der Vorhersage stirbt kein Gewebe ab.</translation>
    </message>
    <message>
        <source>No vessel is kept away from (H2).</source>
        <translation>Von keinem Gefäß wird Abstand gehalten (H2).</translation>
    </message>
    <message>
        <source>No voxel could be fitted.</source>
        <translation>Kein Voxel ließ sich anpassen.</translation>
    </message>
    <message>
        <source>No voxel of '%1' was fitted: it has no fat fraction.</source>
        <translation>Kein Voxel von „%1“ wurde angepasst: Für diese Struktur gibt es keinen Fettanteil.</translation>
    </message>
    <message>
        <source>No voxel of the image holds a number (all are NaN or infinite).</source>
        <translation>Kein Voxel des Bildes enthält eine Zahl (alle sind NaN oder unendlich).</translation>
    </message>
    <message>
        <source>Nobody has confirmed: %1. Every number below stands on them.</source>
        <translation>Niemand hat bestätigt: %1. Jede Zahl unten beruht darauf.</translation>
    </message>
    <message>
        <source>None of the structures lies in the fixed image.</source>
        <translation>Keine der Strukturen liegt im festen Bild.</translation>
    </message>
    <message>
        <source>Not carried: %1.</source>
        <translation>Nicht übertragen: %1.</translation>
    </message>
    <message>
        <source>Not enough memory for %1 of the case.</source>
        <translation>Zu wenig Arbeitsspeicher für einen Teil des Falls: %1.</translation>
    </message>
    <message>
        <source>Not enough memory for the case file.</source>
        <translation>Zu wenig Arbeitsspeicher für die Falldatei.</translation>
    </message>
    <message>
        <source>Not enough memory. Close other programs or use a smaller region, then try again.</source>
        <translation>Nicht genug Arbeitsspeicher. Andere Programme schließen oder einen kleineren Bereich verwenden, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Not found: %1.</source>
        <translation>Nicht gefunden: %1.</translation>
    </message>
    <message>
        <source>Nothing at the chosen place can be read as medical images.</source>
        <translation>Nichts am gewählten Ort kann als medizinische Bilder gelesen werden.</translation>
    </message>
    <message>
        <source>Nothing could be carried over.%1</source>
        <translation>Nichts konnte übertragen werden.%1</translation>
    </message>
    <message>
        <source>Nothing of the image lies along this curve.</source>
        <translation>Entlang dieser Kurve liegt nichts vom Bild.</translation>
    </message>
    <message>
        <source>Nothing of the liver would remain.</source>
        <translation>Von der Leber bliebe nichts.</translation>
    </message>
    <message>
        <source>Nothing of the liver would stay.</source>
        <translation>Von der Leber bliebe nichts übrig.</translation>
    </message>
    <message>
        <source>Nothing takes the heat away, so there is no steady temperature.</source>
        <translation>Nichts führt die Wärme ab, deshalb gibt es keine stationäre Temperatur.</translation>
    </message>
    <message>
        <source>Nothing to do if the image does not reach there.</source>
        <translation>Nichts zu tun, falls das Bild nicht bis dorthin reicht.</translation>
    </message>
    <message>
        <source>Nothing to do, or choose the image it was drawn on.</source>
        <translation>Nichts zu tun, oder das Bild wählen, auf dem sie gezeichnet wurde.</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Nichts zu tun.</translation>
    </message>
    <message>
        <source>Nothing to do; another reason would replace it.</source>
        <translation>Nichts zu tun; eine andere Begründung würde sie ersetzen.</translation>
    </message>
    <message>
        <source>Nothing was found in the earlier image that could be carried.</source>
        <translation>Im früheren Bild wurde nichts gefunden, was übertragen werden könnte.</translation>
    </message>
    <message>
        <source>Nothing would be left of '%1'.</source>
        <translation>Von „%1“ bliebe nichts übrig.</translation>
    </message>
    <message>
        <source>Nothing would be left of the structure.</source>
        <translation>Von der Struktur bliebe nichts übrig.</translation>
    </message>
    <message>
        <source>Nothing would be removed.</source>
        <translation>Es würde nichts entfernt.</translation>
    </message>
    <message>
        <source>One breath in equal steps needs at least four images, that of the plan included.</source>
        <translation>Ein Atemzug in gleichen Schritten braucht mindestens vier Bilder, das des Plans eingeschlossen.</translation>
    </message>
    <message>
        <source>Only a CT with 16-bit signed voxels can be written.</source>
        <translation>Nur ein CT mit vorzeichenbehafteten 16-Bit-Voxeln kann geschrieben werden.</translation>
    </message>
    <message>
        <source>Only one of height and weight is given.</source>
        <translation>Von Körpergröße und Gewicht ist nur eines angegeben.</translation>
    </message>
    <message>
        <source>Only warnings and stops are acknowledged.</source>
        <translation>Nur Warnungen und Stopps werden anerkannt.</translation>
    </message>
    <message>
        <source>Open a study first, or name a volume of this case.</source>
        <translation>Zuerst eine Studie öffnen oder ein Volumen dieses Falls nennen.</translation>
    </message>
    <message>
        <source>Open a study first.</source>
        <translation>Zuerst eine Studie öffnen.</translation>
    </message>
    <message>
        <source>Open and save it with the version of Pollux that made it, or a somewhat newer one.</source>
        <translation>Mit der Version von Pollux öffnen und speichern, die sie erzeugt hat, oder mit einer etwas neueren.</translation>
    </message>
    <message>
        <source>Open are: %1.</source>
        <translation>Offen sind: %1.</translation>
    </message>
    <message>
        <source>Open it in a case of its own, or check that the right study was chosen.</source>
        <translation>In einem eigenen Fall öffnen, oder prüfen, ob die richtige Studie gewählt wurde.</translation>
    </message>
    <message>
        <source>Open it on a machine with more memory.</source>
        <translation>Auf einem Rechner mit mehr Arbeitsspeicher öffnen.</translation>
    </message>
    <message>
        <source>Open it with a newer version of Pollux.</source>
        <translation>Mit einer neueren Version von Pollux öffnen.</translation>
    </message>
    <message>
        <source>Open it with a version of Pollux that knows format %1.</source>
        <translation>Mit einer Version von Pollux öffnen, die das Format %1 kennt.</translation>
    </message>
    <message>
        <source>Open the CT that it belongs to.</source>
        <translation>Das CT öffnen, zu dem sie gehört.</translation>
    </message>
    <message>
        <source>Open the case file instead.</source>
        <translation>Stattdessen die Falldatei öffnen.</translation>
    </message>
    <message>
        <source>Open the copy of the last save beside it (same name with '~' at the end) or an unsaved working copy, if one is offered.</source>
        <translation>Die Kopie des letzten Speicherns daneben öffnen (gleicher Name mit '~' am Ende) oder eine nicht gespeicherte Arbeitskopie, falls eine angeboten wird.</translation>
    </message>
    <message>
        <source>Open the copy of the last save beside it (same name with '~' at the end), or a working copy if one is offered.</source>
        <translation>Die Kopie des letzten Speicherns daneben öffnen (gleicher Name mit '~' am Ende) oder eine Arbeitskopie, falls eine angeboten wird.</translation>
    </message>
    <message>
        <source>Open the folder of one patient, or choose a series by its number ('pollux import --list' names them).</source>
        <translation>Den Ordner eines einzigen Patienten öffnen oder eine Serie nach ihrer Nummer wählen ('pollux import --list' nennt sie).</translation>
    </message>
    <message>
        <source>Open the folder of one study.</source>
        <translation>Den Ordner einer Studie öffnen.</translation>
    </message>
    <message>
        <source>Open the folder that it leads to, if the study is there.</source>
        <translation>Den Ordner öffnen, zu dem sie führt, wenn die Studie dort ist.</translation>
    </message>
    <message>
        <source>Open the main stack of the series.</source>
        <translation>Den Hauptstapel der Serie öffnen.</translation>
    </message>
    <message>
        <source>Open the study again.</source>
        <translation>Die Studie noch einmal öffnen.</translation>
    </message>
    <message>
        <source>Open them with their own study.</source>
        <translation>Mit der zugehörigen Studie öffnen.</translation>
    </message>
    <message>
        <source>Organs are found by their attenuation, so this needs a CT; the series is %1.</source>
        <translation>Organe werden an ihrer Schwächung erkannt, dafür ist ein CT nötig; die Serie ist %1.</translation>
    </message>
    <message>
        <source>Over the breath %1 comes within %2 mm of the needle, on the images nothing of its kind is nearer than %3%4</source>
        <translation>Über den Atemzug kommt %1 der Nadel bis auf %2 mm nahe, auf den Bildern liegt nichts seiner Art näher als %3%4</translation>
    </message>
    <message>
        <source>Paint one in the structure and one around it.</source>
        <translation>Einen in die Struktur und einen um sie herum malen.</translation>
    </message>
    <message>
        <source>Paint seeds in what you want and around it.</source>
        <translation>Keime in das Gewünschte und darum herum malen.</translation>
    </message>
    <message>
        <source>Paint seeds in what you want and in what lies around it.</source>
        <translation>Keime in das Gewünschte malen und in das, was darum herum liegt.</translation>
    </message>
    <message>
        <source>Parameters must be a JSON object of key and value.</source>
        <translation>Parameter müssen ein JSON-Objekt aus Schlüsseln und Werten sein.</translation>
    </message>
    <message>
        <source>Place at least %1.</source>
        <translation>Mindestens %1 setzen.</translation>
    </message>
    <message>
        <source>Place it again.</source>
        <translation>Neu setzen.</translation>
    </message>
    <message>
        <source>Place it in the image.</source>
        <translation>In das Bild setzen.</translation>
    </message>
    <message>
        <source>Place it inside the image.</source>
        <translation>Innerhalb des Bildes setzen.</translation>
    </message>
    <message>
        <source>Place it inside.</source>
        <translation>Innerhalb setzen.</translation>
    </message>
    <message>
        <source>Place its two points apart.</source>
        <translation>Seine beiden Punkte auseinander setzen.</translation>
    </message>
    <message>
        <source>Place one farther off.</source>
        <translation>Eine weiter entfernt setzen.</translation>
    </message>
    <message>
        <source>Place the landmarks again.</source>
        <translation>Die Landmarken neu setzen.</translation>
    </message>
    <message>
        <source>Place the landmarks in both images.</source>
        <translation>Die Landmarken in beiden Bildern setzen.</translation>
    </message>
    <message>
        <source>Place the plane again.</source>
        <translation>Die Ebene neu setzen.</translation>
    </message>
    <message>
        <source>Place the point again.</source>
        <translation>Den Punkt neu setzen.</translation>
    </message>
    <message>
        <source>Place the right number of points.</source>
        <translation>Die richtige Zahl von Punkten setzen.</translation>
    </message>
    <message>
        <source>Place the seed inside the structure it is limited to.</source>
        <translation>Den Keim in die Struktur setzen, auf die begrenzt wird.</translation>
    </message>
    <message>
        <source>Place the target inside the body.</source>
        <translation>Das Ziel in den Körper setzen.</translation>
    </message>
    <message>
        <source>Place the target point anew.</source>
        <translation>Den Zielpunkt neu setzen.</translation>
    </message>
    <message>
        <source>Place them all, or part by portal branches.</source>
        <translation>Alle setzen oder nach Pfortaderästen teilen.</translation>
    </message>
    <message>
        <source>Plan a path first.</source>
        <translation>Zuerst einen Weg planen.</translation>
    </message>
    <message>
        <source>Plan again under a short id, for instance plan-1.</source>
        <translation>Neu planen mit einer kurzen Kennung, zum Beispiel plan-1.</translation>
    </message>
    <message>
        <source>Plan again: that makes its next version. Or take the approval back first.</source>
        <translation>Neu planen: Das erzeugt die nächste Version. Oder zuerst die Freigabe zurücknehmen.</translation>
    </message>
    <message>
        <source>Plan under another id, or take the approval back first (plan.sign, state draft).</source>
        <translation>Unter einer anderen Kennung planen oder zuerst die Freigabe zurücknehmen (plan.sign, state draft).</translation>
    </message>
    <message>
        <source>Pollux starts this program itself, to read files that could do harm.
</source>
        <translation>Pollux startet dieses Programm selbst, um Dateien zu lesen, die Schaden anrichten könnten.
</translation>
    </message>
    <message>
        <source>Power or the way until it is taken up is 0, so nothing heats.</source>
        <translation>Die Leistung oder die Strecke, auf der sie aufgenommen wird, ist 0, also heizt nichts.</translation>
    </message>
    <message>
        <source>Predicted damage, %1 (%2)</source>
        <translation>Vorhergesagter Schaden, %1 (%2)</translation>
    </message>
    <message>
        <source>Put the gate at the end of the breath at which the images of the plan were taken, or plan on the others.</source>
        <translation>Das Atemfenster an das Ende des Atemzugs legen, an dem die Bilder des Plans aufgenommen wurden, oder auf den anderen planen.</translation>
    </message>
    <message>
        <source>Re-run what is stale before you rely on the number.</source>
        <translation>Veraltetes neu rechnen, bevor Sie sich auf die Zahl verlassen.</translation>
    </message>
    <message>
        <source>Reach and spacing of the risk map must be positive.</source>
        <translation>Reichweite und Gitterabstand der Risikokarte müssen positiv sein.</translation>
    </message>
    <message>
        <source>Reading this file takes more memory than a file of its size should.</source>
        <translation>Das Lesen dieser Datei braucht mehr Arbeitsspeicher, als eine Datei ihrer Größe brauchen sollte.</translation>
    </message>
    <message>
        <source>Reading this file took longer than %1 second and was given up.</source>
        <translation>Das Lesen dieser Datei dauerte länger als %1 Sekunde und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Reading this file took longer than %1 seconds and was given up.</source>
        <translation>Das Lesen dieser Datei dauerte länger als %1 Sekunden und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Rebuild it, look at it again, then sign.</source>
        <translation>Neu rechnen, noch einmal ansehen, dann unterzeichnen.</translation>
    </message>
    <message>
        <source>Record the review first (state reviewed), then approve it.</source>
        <translation>Zuerst die Durchsicht festhalten (state reviewed), dann freigeben.</translation>
    </message>
    <message>
        <source>Register an image of another state of breathing onto the reference image.</source>
        <translation>Ein Bild eines anderen Atemzustands auf das Referenzbild registrieren.</translation>
    </message>
    <message>
        <source>Register an image that was taken in another state of breathing.</source>
        <translation>Ein Bild registrieren, das in einem anderen Atemzustand aufgenommen wurde.</translation>
    </message>
    <message>
        <source>Register every image onto the image of the plan.</source>
        <translation>Jedes Bild auf das Bild des Plans registrieren.</translation>
    </message>
    <message>
        <source>Register every image onto the same reference image.</source>
        <translation>Jedes Bild auf dasselbe Referenzbild registrieren.</translation>
    </message>
    <message>
        <source>Register every image with the same settings.</source>
        <translation>Jedes Bild mit denselben Einstellungen registrieren.</translation>
    </message>
    <message>
        <source>Register more phases, if there are any.</source>
        <translation>Mehr Phasen registrieren, falls es welche gibt.</translation>
    </message>
    <message>
        <source>Register more phases, or do not tick it.</source>
        <translation>Mehr Phasen registrieren oder es nicht ankreuzen.</translation>
    </message>
    <message>
        <source>Register the images by hand with a larger smoothness, and name that registration.</source>
        <translation>Die Bilder von Hand mit größerer Glattheit registrieren und diese Registrierung angeben.</translation>
    </message>
    <message>
        <source>Register them rigidly first, or start from landmarks.</source>
        <translation>Zuerst starr registrieren oder von Landmarken ausgehen.</translation>
    </message>
    <message>
        <source>Register them rigidly first; look at the fusion.</source>
        <translation>Zuerst starr registrieren; die Fusion prüfen.</translation>
    </message>
    <message>
        <source>Remove it, or name a registration.</source>
        <translation>Entfernen oder eine Registrierung angeben.</translation>
    </message>
    <message>
        <source>Remove less of it.</source>
        <translation>Weniger davon entfernen.</translation>
    </message>
    <message>
        <source>Remove less, or measure the portal pressure after a trial clamping.</source>
        <translation>Weniger entfernen oder den Portaldruck nach probeweisem Abklemmen messen.</translation>
    </message>
    <message>
        <source>Remove less, or say why it is enough.</source>
        <translation>Weniger entfernen oder begründen, warum es genügt.</translation>
    </message>
    <message>
        <source>Remove loose voxels from the liver, or measure distances straight.</source>
        <translation>Lose Voxel aus der Leber entfernen oder Abstände gerade messen.</translation>
    </message>
    <message>
        <source>Remove that one first if it should be carried anew.</source>
        <translation>Jene zuerst entfernen, falls neu übertragen werden soll.</translation>
    </message>
    <message>
        <source>Rename it, or take its confirmation back.</source>
        <translation>Umbenennen oder die Bestätigung zurücknehmen.</translation>
    </message>
    <message>
        <source>Rename or remove it, or take its confirmation back.</source>
        <translation>Umbenennen oder entfernen, oder die Bestätigung zurücknehmen.</translation>
    </message>
    <message>
        <source>Resample it first.</source>
        <translation>Zuerst neu abtasten.</translation>
    </message>
    <message>
        <source>Resample it to a regular grid first.</source>
        <translation>Zuerst auf ein regelmäßiges Gitter neu abtasten.</translation>
    </message>
    <message>
        <source>Resample it to larger voxels.</source>
        <translation>Auf größere Voxel neu abtasten.</translation>
    </message>
    <message>
        <source>Resample it to the image first.</source>
        <translation>Zuerst auf das Bild neu abtasten.</translation>
    </message>
    <message>
        <source>Resample it to the structure's image first.</source>
        <translation>Zuerst auf das Bild der Struktur neu abtasten.</translation>
    </message>
    <message>
        <source>Resample one of them first.</source>
        <translation>Zuerst eine davon neu abtasten.</translation>
    </message>
    <message>
        <source>Resample one to the other first.</source>
        <translation>Zuerst eine auf die andere neu abtasten.</translation>
    </message>
    <message>
        <source>Resample the image first.</source>
        <translation>Zuerst das Bild neu abtasten.</translation>
    </message>
    <message>
        <source>Resample them to one image first.</source>
        <translation>Zuerst auf ein gemeinsames Bild neu abtasten.</translation>
    </message>
    <message>
        <source>Reveal it (plan.reveal), then rebuild.</source>
        <translation>Den Plan aufdecken (plan.reveal), dann neu rechnen.</translation>
    </message>
    <message>
        <source>Ribs and spine are not kept away from.</source>
        <translation>Von Rippen und Wirbelsäule wird kein Abstand gehalten.</translation>
    </message>
    <message>
        <source>Run again with unchanged parameters, the number is %1 instead of %2 as recorded; the changes are told from the former.%3</source>
        <translation>Mit unveränderten Parametern neu gerechnet ist die Zahl %1 statt %2 wie aufgezeichnet; die Änderungen beziehen sich auf die erste.%3</translation>
    </message>
    <message>
        <source>Run it again with that image as the earlier one.</source>
        <translation>Noch einmal mit jenem Bild als früherem ausführen.</translation>
    </message>
    <message>
        <source>Run it again.</source>
        <translation>Noch einmal ausführen.</translation>
    </message>
    <message>
        <source>Run it in a desktop session, or on a virtual display: xvfb-run -a pollux ...</source>
        <translation>In einer Desktop-Sitzung ausführen oder auf einem virtuellen Display: xvfb-run -a pollux ...</translation>
    </message>
    <message>
        <source>Run it once more with the name of its result given.</source>
        <translation>Noch einmal ausführen und dabei den Namen des Ergebnisses angeben.</translation>
    </message>
    <message>
        <source>Running '%1' again does not make '%2' again: its result has another name.</source>
        <translation>Wird „%1“ noch einmal ausgeführt, entsteht „%2“ nicht neu: Das Ergebnis hat einen anderen Namen.</translation>
    </message>
    <message>
        <source>STALE: rebuild it first.</source>
        <translation>VERALTET: zuerst neu erstellen.</translation>
    </message>
    <message>
        <source>Save a part of it, or fewer bits.</source>
        <translation>Nur einen Teil davon oder mit weniger Bits speichern.</translation>
    </message>
    <message>
        <source>Save a part of it, or fewer time points.</source>
        <translation>Nur einen Teil davon oder weniger Zeitpunkte speichern.</translation>
    </message>
    <message>
        <source>Save it again with its geometry.</source>
        <translation>Mit ihrer Geometrie noch einmal speichern.</translation>
    </message>
    <message>
        <source>Save it as a scalar volume (int16 or float).</source>
        <translation>Als skalares Volumen speichern (int16 oder float).</translation>
    </message>
    <message>
        <source>Save it as a scalar volume.</source>
        <translation>Als skalares Volumen speichern.</translation>
    </message>
    <message>
        <source>Save it as int16 or float.</source>
        <translation>Als int16 oder float speichern.</translation>
    </message>
    <message>
        <source>Save under a name in a folder that you may write to.</source>
        <translation>Unter einem Namen in einem Ordner mit Schreibrecht speichern.</translation>
    </message>
    <message>
        <source>Save under a name in a folder that you may write to. The old file is as it was.</source>
        <translation>Unter einem Namen in einem Ordner mit Schreibrecht speichern. Die alte Datei ist unverändert.</translation>
    </message>
    <message>
        <source>Save under a name on a disk that you may write to. The old file is as it was.</source>
        <translation>Unter einem Namen auf einem Datenträger mit Schreibrecht speichern. Die alte Datei ist unverändert.</translation>
    </message>
    <message>
        <source>Save under another name, or replace what the other one saved.</source>
        <translation>Unter einem anderen Namen speichern oder ersetzen, was dort gespeichert wurde.</translation>
    </message>
    <message>
        <source>Say why one may go on; the report prints it.</source>
        <translation>Angeben, warum fortgefahren werden darf; der Bericht druckt es.</translation>
    </message>
    <message>
        <source>Scan the source again.</source>
        <translation>Die Quelle neu durchsehen.</translation>
    </message>
    <message>
        <source>See 'pollux list anatomy', or leave it empty.</source>
        <translation>Siehe 'pollux list anatomy', oder leer lassen.</translation>
    </message>
    <message>
        <source>See 'pollux list anatomy'.</source>
        <translation>Siehe 'pollux list anatomy'.</translation>
    </message>
    <message>
        <source>See 'pollux list operations'.</source>
        <translation>Siehe 'pollux list operations'.</translation>
    </message>
    <message>
        <source>See resources/recipes for examples.</source>
        <translation>Beispiele stehen in resources/recipes.</translation>
    </message>
    <message>
        <source>Segment '%1' is empty.</source>
        <translation>Das Segment „%1“ ist leer.</translation>
    </message>
    <message>
        <source>Segment an organ or show one, or film slices.</source>
        <translation>Ein Organ segmentieren oder eines zeigen oder Schichten filmen.</translation>
    </message>
    <message>
        <source>Segment both on the same image.</source>
        <translation>Beide auf demselben Bild segmentieren.</translation>
    </message>
    <message>
        <source>Segment it first.</source>
        <translation>Zuerst segmentieren.</translation>
    </message>
    <message>
        <source>Segment it, or choose another image.</source>
        <translation>Das Bild segmentieren oder ein anderes wählen.</translation>
    </message>
    <message>
        <source>Segment it, or choose another structure.</source>
        <translation>Segmentieren oder eine andere Struktur wählen.</translation>
    </message>
    <message>
        <source>Segment one, or import labels, first.</source>
        <translation>Zuerst eine segmentieren oder Labels importieren.</translation>
    </message>
    <message>
        <source>Segment or import it, confirm it, and plan again.</source>
        <translation>Segmentieren oder importieren, bestätigen und neu planen.</translation>
    </message>
    <message>
        <source>Segment portal and hepatic veins, or import them.</source>
        <translation>Pfortader und Lebervenen segmentieren oder importieren.</translation>
    </message>
    <message>
        <source>Segment the body outline (skin), or give an entry point.</source>
        <translation>Den Körperumriss (Haut) segmentieren oder einen Eintrittspunkt angeben.</translation>
    </message>
    <message>
        <source>Segment the liver first.</source>
        <translation>Zuerst die Leber segmentieren.</translation>
    </message>
    <message>
        <source>Segment the liver, or import it.</source>
        <translation>Die Leber segmentieren oder importieren.</translation>
    </message>
    <message>
        <source>Set 'Replace checked structures' to overwrite.</source>
        <translation>Zum Überschreiben „Geprüfte Strukturen ersetzen“ einschalten.</translation>
    </message>
    <message>
        <source>Set each place in both images.</source>
        <translation>Jede Stelle in beiden Bildern setzen.</translation>
    </message>
    <message>
        <source>Set it on the skin if another path was meant.</source>
        <translation>Auf die Haut setzen, falls ein anderer Weg gemeint war.</translation>
    </message>
    <message>
        <source>Set more in the panel Registration, by case.landmark-pair, or give points.</source>
        <translation>Weitere im Panel Registrierung setzen, mit case.landmark-pair, oder Punkte angeben.</translation>
    </message>
    <message>
        <source>Set one point at the beginning of each branch.</source>
        <translation>An den Anfang jedes Astes einen Punkt setzen.</translation>
    </message>
    <message>
        <source>Set the lowest below and the highest above it.</source>
        <translation>Die kleinste darunter und die größte darüber setzen.</translation>
    </message>
    <message>
        <source>Skin faces away</source>
        <translation>Haut ist abgewandt</translation>
    </message>
    <message>
        <source>Slices are set off against each other by up to %1. They were put on one upright grid.</source>
        <translation>Schichten sind gegeneinander um bis zu %1 versetzt. Sie wurden auf ein aufrechtes Gitter gebracht.</translation>
    </message>
    <message>
        <source>Small differences of values may come from that.</source>
        <translation>Kleine Unterschiede der Werte können daher kommen.</translation>
    </message>
    <message>
        <source>Smooth fewer of them together.</source>
        <translation>Weniger davon gemeinsam glätten.</translation>
    </message>
    <message>
        <source>Smooth those of one image at a time.</source>
        <translation>Jeweils die eines Bildes gemeinsam glätten.</translation>
    </message>
    <message>
        <source>Some files in the zip archive need a password.</source>
        <translation>Einige Dateien im Zip-Archiv brauchen ein Passwort.</translation>
    </message>
    <message>
        <source>Spacing 0.1 to 50 mm, 1 to 6 levels, smoothness 0.3 to 20 voxels, low below high.</source>
        <translation>Abstand 0.1 bis 50 mm, 1 bis 6 Stufen, Glattheit 0.3 bis 20 Voxel, unterster Wert unter dem obersten.</translation>
    </message>
    <message>
        <source>Split the file.</source>
        <translation>Die Datei teilen.</translation>
    </message>
    <message>
        <source>Start again from this result.</source>
        <translation>Von diesem Ergebnis aus neu beginnen.</translation>
    </message>
    <message>
        <source>Start another film.</source>
        <translation>Einen anderen Film beginnen.</translation>
    </message>
    <message>
        <source>Start from A, P, L or R.</source>
        <translation>Mit A, P, L oder R beginnen.</translation>
    </message>
    <message>
        <source>Start from a rigid or affine one.</source>
        <translation>Von einer starren oder affinen ausgehen.</translation>
    </message>
    <message>
        <source>Start from landmarks, or let the centres be put upon each other first.</source>
        <translation>Von Landmarken ausgehen oder zuerst die Mittelpunkte aufeinanderlegen lassen.</translation>
    </message>
    <message>
        <source>Start from one temperature a voxel, in degrees Celsius.</source>
        <translation>Mit einer Temperatur je Voxel beginnen, in Grad Celsius.</translation>
    </message>
    <message>
        <source>Step %1 of the recipe: %2</source>
        <translation>Schritt %1 des Rezepts: %2</translation>
    </message>
    <message>
        <source>Steps are not being written to the journal: %1</source>
        <translation>Schritte werden nicht in das Journal geschrieben: %1</translation>
    </message>
    <message>
        <source>Stopped on request.</source>
        <translation>Auf Wunsch angehalten.</translation>
    </message>
    <message>
        <source>Take a larger size.</source>
        <translation>Eine größere Größe nehmen.</translation>
    </message>
    <message>
        <source>Take a larger smoothness, or name the organ that slides.</source>
        <translation>Eine größere Glattheit nehmen oder das gleitende Organ angeben.</translation>
    </message>
    <message>
        <source>Take a larger step, a smaller width or a shorter curve.</source>
        <translation>Einen größeren Schritt, eine kleinere Breite oder eine kürzere Kurve nehmen.</translation>
    </message>
    <message>
        <source>Take a larger step, or a shorter piece of the curve.</source>
        <translation>Einen größeren Schritt oder ein kürzeres Stück der Kurve nehmen.</translation>
    </message>
    <message>
        <source>Take a smaller step.</source>
        <translation>Einen kleineren Schritt nehmen.</translation>
    </message>
    <message>
        <source>Take an image in deeper breath, if it matters.</source>
        <translation>Ein Bild in tieferer Einatmung aufnehmen, falls es darauf ankommt.</translation>
    </message>
    <message>
        <source>Take another direction.</source>
        <translation>Eine andere Richtung nehmen.</translation>
    </message>
    <message>
        <source>Take another suffix, or take its confirmation back.</source>
        <translation>Einen anderen Zusatz nehmen oder die Bestätigung zurücknehmen.</translation>
    </message>
    <message>
        <source>Take fewer terms, or register images of more states of breathing.</source>
        <translation>Weniger Terme nehmen oder Bilder von mehr Atemzuständen registrieren.</translation>
    </message>
    <message>
        <source>Take its numbers as near.</source>
        <translation>Seine Zahlen als Näherung nehmen.</translation>
    </message>
    <message>
        <source>Take one of the known parameters.</source>
        <translation>Einen der bekannten Parameter nehmen.</translation>
    </message>
    <message>
        <source>Take the approval back first (state draft).</source>
        <translation>Zuerst die Freigabe zurücknehmen (state draft).</translation>
    </message>
    <message>
        <source>Take the straightened image, or turn the angle.</source>
        <translation>Das gestreckte Bild nehmen oder den Winkel drehen.</translation>
    </message>
    <message>
        <source>Target and body are too far apart.</source>
        <translation>Ziel und Körper liegen zu weit auseinander.</translation>
    </message>
    <message>
        <source>Target and entry of the path are in one place.</source>
        <translation>Ziel und Eintritt des Wegs liegen an einem Ort.</translation>
    </message>
    <message>
        <source>That would be more than 200 cuts.</source>
        <translation>Das wären mehr als 200 Schnitte.</translation>
    </message>
    <message>
        <source>The %1 does not fit a DICOM header.</source>
        <translation>Passt nicht in einen DICOM-Kopf: %1.</translation>
    </message>
    <message>
        <source>The %1 is not a DICOM date or time.</source>
        <translation>Kein Datum und keine Zeit nach DICOM: %1.</translation>
    </message>
    <message>
        <source>The 3D picture of %1</source>
        <translation>Das 3-D-Bild von %1</translation>
    </message>
    <message>
        <source>The PDF could not be put in place.</source>
        <translation>Das PDF konnte nicht an seinen Ort gebracht werden.</translation>
    </message>
    <message>
        <source>The PDF could not be written.</source>
        <translation>Das PDF konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The STL file could not be opened.</source>
        <translation>Die STL-Datei konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The STL file could not be read.</source>
        <translation>Die STL-Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The STL file could not be written.</source>
        <translation>Die STL-Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The STL file is damaged: %1.</source>
        <translation>Die STL-Datei ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>The STL file is larger than 2 GiB.</source>
        <translation>Die STL-Datei ist größer als 2 GiB.</translation>
    </message>
    <message>
        <source>The angle about the curve is not a number of degrees.</source>
        <translation>Der Winkel um die Kurve ist keine Gradzahl.</translation>
    </message>
    <message>
        <source>The angle of the picture is not a number.</source>
        <translation>Der Winkel des Bildes ist keine Zahl.</translation>
    </message>
    <message>
        <source>The archives inside the archive are too large.</source>
        <translation>Die Archive im Archiv sind zu groß.</translation>
    </message>
    <message>
        <source>The arterial pressure (%1) is not above the portal one (%2).</source>
        <translation>Der arterielle Druck (%1) liegt nicht über dem Portaldruck (%2).</translation>
    </message>
    <message>
        <source>The axes of the file were not at right angles; they were straightened.</source>
        <translation>Die Achsen der Datei standen nicht rechtwinklig; sie wurden begradigt.</translation>
    </message>
    <message>
        <source>The axes of the image are not perpendicular.</source>
        <translation>Die Achsen des Bildes stehen nicht senkrecht aufeinander.</translation>
    </message>
    <message>
        <source>The axes of the image file do not span a volume.</source>
        <translation>Die Achsen der Bilddatei spannen kein Volumen auf.</translation>
    </message>
    <message>
        <source>The axis of the vena cava has no direction.</source>
        <translation>Die Achse der Hohlvene hat keine Richtung.</translation>
    </message>
    <message>
        <source>The band of the predicted portal pressure reaches %1 mmHg.</source>
        <translation>Das Band des vorhergesagten Portaldrucks reicht bis %1 mmHg.</translation>
    </message>
    <message>
        <source>The blood of the heat model has a value without meaning.</source>
        <translation>Das Blut des Wärmemodells hat einen Wert, der nicht sinnvoll ist.</translation>
    </message>
    <message>
        <source>The box is too small for the heating part of the needle.</source>
        <translation>Der Kasten ist zu klein für den heizenden Teil der Nadel.</translation>
    </message>
    <message>
        <source>The box of a distance map reaches beyond the image.</source>
        <translation>Der Kasten einer Abstandskarte reicht über das Bild hinaus.</translation>
    </message>
    <message>
        <source>The box of the heat model has no voxels.</source>
        <translation>Der Kasten des Wärmemodells hat keine Voxel.</translation>
    </message>
    <message>
        <source>The box of the heat model has too many voxels.</source>
        <translation>Der Kasten des Wärmemodells hat zu viele Voxel.</translation>
    </message>
    <message>
        <source>The branch '%1' does not join two nodes.</source>
        <translation>Der Zweig „%1“ verbindet nicht zwei Knoten.</translation>
    </message>
    <message>
        <source>The branch '%1' has a negative or unknown resistance.</source>
        <translation>Der Zweig „%1“ hat einen negativen oder unbekannten Widerstand.</translation>
    </message>
    <message>
        <source>The branch '%1' has no resistance at all.</source>
        <translation>Der Zweig „%1“ hat überhaupt keinen Widerstand.</translation>
    </message>
    <message>
        <source>The branch is not in the tree.</source>
        <translation>Der Ast ist nicht im Baum.</translation>
    </message>
    <message>
        <source>The breath is deeper than on the images: that is carried on in a straight line.</source>
        <translation>Der Atemzug ist tiefer als auf den Bildern: Die Bewegung wird geradlinig fortgesetzt.</translation>
    </message>
    <message>
        <source>The bricks of a mask are of another size than its image.</source>
        <translation>Die Blöcke einer Maske haben eine andere Größe als ihr Bild.</translation>
    </message>
    <message>
        <source>The brush has a negative thickness.</source>
        <translation>Der Pinsel hat eine negative Dicke.</translation>
    </message>
    <message>
        <source>The case file cannot be opened.</source>
        <translation>Die Falldatei lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The case file cannot be read.</source>
        <translation>Die Falldatei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The case file has an older format.</source>
        <translation>Die Falldatei hat ein älteres Format.</translation>
    </message>
    <message>
        <source>The case file has been changed by another window or program since it was opened here.</source>
        <translation>Die Falldatei wurde von einem anderen Fenster oder Programm geändert, seit sie hier geöffnet wurde.</translation>
    </message>
    <message>
        <source>The case file has been changed by another window or program.</source>
        <translation>Die Falldatei wurde von einem anderen Fenster oder Programm geändert.</translation>
    </message>
    <message>
        <source>The case file has format %1, which this version cannot bring up to date.</source>
        <translation>Die Falldatei hat das Format %1, das diese Version nicht auf den neuesten Stand bringen kann.</translation>
    </message>
    <message>
        <source>The case file has format %1; this version of Pollux (%2) reads up to format %3.</source>
        <translation>Die Falldatei hat das Format %1; diese Version von Pollux (%2) liest bis Format %3.</translation>
    </message>
    <message>
        <source>The case file holds things that no case holds.</source>
        <translation>Die Falldatei enthält Dinge, die kein Fall enthält.</translation>
    </message>
    <message>
        <source>The case file is cut off: %1 of %2 bytes are there.</source>
        <translation>Die Falldatei ist abgeschnitten: %1 von %2 Bytes sind vorhanden.</translation>
    </message>
    <message>
        <source>The case file is cut off: only %1 bytes are there.</source>
        <translation>Die Falldatei ist abgeschnitten: Nur %1 Bytes sind vorhanden.</translation>
    </message>
    <message>
        <source>The case file is damaged (%1).</source>
        <translation>Die Falldatei ist beschädigt (%1).</translation>
    </message>
    <message>
        <source>The case file is damaged (its pages do not fit together).</source>
        <translation>Die Falldatei ist beschädigt (ihre Seiten passen nicht zusammen).</translation>
    </message>
    <message>
        <source>The case file is empty (0 bytes).</source>
        <translation>Die Falldatei ist leer (0 Bytes).</translation>
    </message>
    <message>
        <source>The case file may not be written.</source>
        <translation>Die Falldatei darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The case file uses a compression that this version does not know.</source>
        <translation>Die Falldatei benutzt eine Kompression, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>The case has no %1 '%2'.</source>
        <translation>Der Fall hat kein Objekt dieser Art (%1): „%2“.</translation>
    </message>
    <message>
        <source>The case has no object '%1'.</source>
        <translation>Der Fall hat kein Objekt „%1“.</translation>
    </message>
    <message>
        <source>The case has no structure with voxels.</source>
        <translation>Der Fall hat keine Struktur mit Voxeln.</translation>
    </message>
    <message>
        <source>The case holds no finding '%1'.</source>
        <translation>Im Fall gibt es keinen Befund „%1“.</translation>
    </message>
    <message>
        <source>The case is larger than the memory of this machine.</source>
        <translation>Der Fall ist größer als der Arbeitsspeicher dieses Rechners.</translation>
    </message>
    <message>
        <source>The case was changed while '%1' ran, in the same place.</source>
        <translation>Der Fall wurde an derselben Stelle geändert, während „%1“ lief.</translation>
    </message>
    <message>
        <source>The caudate lobe lies on another grid than the liver.</source>
        <translation>Der Lobus caudatus liegt auf einem anderen Gitter als die Leber.</translation>
    </message>
    <message>
        <source>The centreline is empty.</source>
        <translation>Die Mittellinie ist leer.</translation>
    </message>
    <message>
        <source>The chosen file is empty (0 bytes).</source>
        <translation>Die gewählte Datei ist leer (0 Byte).</translation>
    </message>
    <message>
        <source>The chosen place cannot be reached (%1).</source>
        <translation>Der gewählte Ort ist nicht erreichbar (%1).</translation>
    </message>
    <message>
        <source>The chosen place is neither a folder nor a file.</source>
        <translation>Am gewählten Ort ist weder ein Ordner noch eine Datei.</translation>
    </message>
    <message>
        <source>The circulation has no usable %1.</source>
        <translation>Dem Kreislaufmodell fehlt ein brauchbarer Wert: %1.</translation>
    </message>
    <message>
        <source>The closed loop still drifts a little after %1 beats.</source>
        <translation>Der geschlossene Kreislauf driftet nach %1 Herzschlägen noch etwas.</translation>
    </message>
    <message>
        <source>The compliance of '%1' is not above 0.</source>
        <translation>Die Compliance von „%1“ liegt nicht über 0.</translation>
    </message>
    <message>
        <source>The curve has fewer than three points.</source>
        <translation>Die Kurve hat weniger als drei Punkte.</translation>
    </message>
    <message>
        <source>The curve has fewer than two distinct points.</source>
        <translation>Die Kurve hat weniger als zwei verschiedene Punkte.</translation>
    </message>
    <message>
        <source>The curve is shorter than two steps along it.</source>
        <translation>Die Kurve ist kürzer als zwei Schritte auf ihr.</translation>
    </message>
    <message>
        <source>The curve is too long for so small a step.</source>
        <translation>Die Kurve ist für einen so kleinen Schritt zu lang.</translation>
    </message>
    <message>
        <source>The curve runs along the lines of the panoramic image.</source>
        <translation>Die Kurve verläuft entlang der Linien des Panoramabildes.</translation>
    </message>
    <message>
        <source>The cut goes through '%1'.</source>
        <translation>Der Schnitt geht durch „%1“.</translation>
    </message>
    <message>
        <source>The cutting plane is not a finite plane with a normal.</source>
        <translation>Die Schnittebene ist keine endliche Ebene mit einer Normalen.</translation>
    </message>
    <message>
        <source>The cutting plane is not a finite plane with a unit normal.</source>
        <translation>Die Schnittebene ist keine endliche Ebene mit einer Einheitsnormalen.</translation>
    </message>
    <message>
        <source>The direction across the curve lies along it.</source>
        <translation>Die Richtung quer zur Kurve liegt auf ihr.</translation>
    </message>
    <message>
        <source>The direction has no length.</source>
        <translation>Die Richtung hat keine Länge.</translation>
    </message>
    <message>
        <source>The direction of the sample lines is no direction.</source>
        <translation>Die Richtung der Abtastlinien ist keine Richtung.</translation>
    </message>
    <message>
        <source>The disk does not read or write the case file.</source>
        <translation>Der Datenträger liest oder schreibt die Falldatei nicht.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The displacements lie on several grids.</source>
        <translation>Die Verschiebungen liegen auf verschiedenen Gittern.</translation>
    </message>
    <message>
        <source>The distance between slices is not even (%1 to %2). The volume was resampled to %3.</source>
        <translation>Der Abstand der Schichten ist nicht gleichmäßig (%1 bis %2). Das Volumen wurde auf %3 umgerechnet.</translation>
    </message>
    <message>
        <source>The domain does not have the size of its grid.</source>
        <translation>Das Gebiet hat nicht die Größe seines Gitters.</translation>
    </message>
    <message>
        <source>The echo time of '%1' was not kept when it was read.</source>
        <translation>Die Echozeit von „%1“ wurde beim Einlesen nicht festgehalten.</translation>
    </message>
    <message>
        <source>The echo times are not %1 numbers, one for each echo chosen.</source>
        <translation>Die Echozeiten sind nicht %1 Zahlen, eine für jedes gewählte Echo.</translation>
    </message>
    <message>
        <source>The echo times do not increase.</source>
        <translation>Die Echozeiten steigen nicht an.</translation>
    </message>
    <message>
        <source>The echoes do not lie on one grid.</source>
        <translation>Die Echos liegen nicht auf einem gemeinsamen Gitter.</translation>
    </message>
    <message>
        <source>The edit changes no voxel of '%1'.</source>
        <translation>Die Bearbeitung ändert kein Voxel von „%1“.</translation>
    </message>
    <message>
        <source>The edit changes no voxel.</source>
        <translation>Die Bearbeitung ändert kein Voxel.</translation>
    </message>
    <message>
        <source>The ellipse has no extent.</source>
        <translation>Die Ellipse hat keine Ausdehnung.</translation>
    </message>
    <message>
        <source>The ellipse is larger than a metre.</source>
        <translation>Die Ellipse ist größer als ein Meter.</translation>
    </message>
    <message>
        <source>The entry was set %1 mm off the skin and was moved along the path to it.</source>
        <translation>Der Eintritt war %1 mm neben der Haut gesetzt und wurde entlang des Wegs auf sie verschoben.</translation>
    </message>
    <message>
        <source>The field strength is out of range.</source>
        <translation>Die Feldstärke liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>The field strength of the scanner is not known.</source>
        <translation>Die Feldstärke des Scanners ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The file cannot be written (%1).</source>
        <translation>Die Datei kann nicht geschrieben werden (%1).</translation>
    </message>
    <message>
        <source>The file does not say how the image lies in the patient.</source>
        <translation>Die Datei sagt nicht, wie das Bild im Patienten liegt.</translation>
    </message>
    <message>
        <source>The file does not state Hounsfield units; they were assumed as you said.</source>
        <translation>Die Datei nennt keine Hounsfield-Einheiten; sie wurden wie angegeben angenommen.</translation>
    </message>
    <message>
        <source>The file is damaged or not an image that fits in memory.</source>
        <translation>Die Datei ist beschädigt oder kein Bild, das in den Arbeitsspeicher passt.</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The file is written, but its disk does not confirm that it will last.</source>
        <translation>Die Datei ist geschrieben, aber ihr Datenträger bestätigt nicht, dass sie erhalten bleibt.</translation>
    </message>
    <message>
        <source>The file may hold labels rather than an image.</source>
        <translation>Die Datei enthält vielleicht Labels und kein Bild.</translation>
    </message>
    <message>
        <source>The file numbers its labels without naming them.</source>
        <translation>Die Datei nummeriert ihre Labels, ohne sie zu benennen.</translation>
    </message>
    <message>
        <source>The file of landmarks cannot be read.</source>
        <translation>Die Landmarkendatei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file of landmarks is too large.</source>
        <translation>Die Landmarkendatei ist zu groß.</translation>
    </message>
    <message>
        <source>The film cannot be written here.</source>
        <translation>Der Film kann hier nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The film could not be encoded or written.</source>
        <translation>Der Film konnte nicht kodiert oder geschrieben werden.</translation>
    </message>
    <message>
        <source>The film could not take its name.</source>
        <translation>Der Film konnte nicht unter seinem Namen abgelegt werden.</translation>
    </message>
    <message>
        <source>The film has no picture.</source>
        <translation>Der Film hat kein Bild.</translation>
    </message>
    <message>
        <source>The film has no such picture.</source>
        <translation>Der Film hat kein solches Bild.</translation>
    </message>
    <message>
        <source>The film is finished.</source>
        <translation>Der Film ist abgeschlossen.</translation>
    </message>
    <message>
        <source>The film's duration or rate is out of bounds.</source>
        <translation>Dauer oder Bildrate des Films liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>The film's rate or quality is out of bounds.</source>
        <translation>Bildrate oder Qualität des Films liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>The fixed and the moving image are the same.</source>
        <translation>Das feste und das bewegte Bild sind dasselbe.</translation>
    </message>
    <message>
        <source>The flows of the liver are textbook shares of the cardiac output.</source>
        <translation>Die Flüsse der Leber sind Lehrbuchanteile des Herzzeitvolumens.</translation>
    </message>
    <message>
        <source>The folder already holds a series.</source>
        <translation>Der Ordner enthält schon eine Serie.</translation>
    </message>
    <message>
        <source>The folder cannot be made: something else is in its place.</source>
        <translation>Der Ordner kann nicht angelegt werden: An seinem Ort ist etwas anderes.</translation>
    </message>
    <message>
        <source>The folder cannot be opened.</source>
        <translation>Der Ordner kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The folder cannot be written to.</source>
        <translation>In den Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>Der Ordner existiert nicht.</translation>
    </message>
    <message>
        <source>The folder for the report could not be made.</source>
        <translation>Der Ordner für den Bericht konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The folder holds more than 500,000 files.</source>
        <translation>Der Ordner enthält mehr als 500,000 Dateien.</translation>
    </message>
    <message>
        <source>The frames of the segmentation have no position.</source>
        <translation>Die Einzelbilder der Segmentierung haben keine Position.</translation>
    </message>
    <message>
        <source>The frames of the segmentation lie too far apart to be one volume.</source>
        <translation>Die Einzelbilder der Segmentierung liegen für ein Volumen zu weit auseinander.</translation>
    </message>
    <message>
        <source>The gantry was tilted by %1 degrees. The volume was resampled to an upright grid.</source>
        <translation>Die Gantry war um %1 Grad gekippt. Das Volumen wurde auf ein aufrechtes Gitter umgerechnet.</translation>
    </message>
    <message>
        <source>The half axes of the ellipse are not at right angles.</source>
        <translation>Die Halbachsen der Ellipse stehen nicht im rechten Winkel.</translation>
    </message>
    <message>
        <source>The heat model has no kind of tissue, or too many.</source>
        <translation>Das Wärmemodell hat keine Gewebeart oder zu viele.</translation>
    </message>
    <message>
        <source>The heat model starts from temperatures that do not fit its box.</source>
        <translation>Das Wärmemodell beginnt mit Temperaturen, die nicht zu seinem Kasten passen.</translation>
    </message>
    <message>
        <source>The heating part of the needle has no length, radius or direction.</source>
        <translation>Der heizende Teil der Nadel hat keine Länge, keinen Radius oder keine Richtung.</translation>
    </message>
    <message>
        <source>The heating part of the needle leaves the box that is computed.</source>
        <translation>Der heizende Teil der Nadel ragt aus dem berechneten Kasten hinaus.</translation>
    </message>
    <message>
        <source>The heating part of the needle lies in a large vessel.</source>
        <translation>Der heizende Teil der Nadel liegt in einem großen Gefäß.</translation>
    </message>
    <message>
        <source>The heating part of the needle lies outside the liver.</source>
        <translation>Der heizende Teil der Nadel liegt außerhalb der Leber.</translation>
    </message>
    <message>
        <source>The id of the plan is too long to be hidden.</source>
        <translation>Die Kennung des Plans ist zu lang, um ihn zu verbergen.</translation>
    </message>
    <message>
        <source>The id of the plan is too long to be signed.</source>
        <translation>Die Kennung des Plans ist zu lang, um ihn zu unterzeichnen.</translation>
    </message>
    <message>
        <source>The image along the curve is too large.</source>
        <translation>Das Bild entlang der Kurve ist zu groß.</translation>
    </message>
    <message>
        <source>The image claims more than 8 thousand million voxels.</source>
        <translation>Das Bild nennt mehr als 8 Milliarden Voxel.</translation>
    </message>
    <message>
        <source>The image does not say how it lies in the patient; it was placed at the origin.</source>
        <translation>Das Bild sagt nicht, wie es im Patienten liegt; es wurde an den Ursprung gesetzt.</translation>
    </message>
    <message>
        <source>The image does not say the size of its pixels; 1 mm was assumed.</source>
        <translation>Das Bild nennt die Größe seiner Pixel nicht; 1 mm wurde angenommen.</translation>
    </message>
    <message>
        <source>The image file %1, which cannot be opened as a volume.</source>
        <translation>Die Bilddatei %1; sie lässt sich nicht als Volumen öffnen.</translation>
    </message>
    <message>
        <source>The image file cannot be read.</source>
        <translation>Die Bilddatei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The image file has no such time point.</source>
        <translation>Die Bilddatei hat diesen Zeitpunkt nicht.</translation>
    </message>
    <message>
        <source>The image file holds values of an unknown type.</source>
        <translation>Die Bilddatei enthält Werte eines unbekannten Typs.</translation>
    </message>
    <message>
        <source>The image file holds vectors or colours.</source>
        <translation>Die Bilddatei enthält Vektoren oder Farben.</translation>
    </message>
    <message>
        <source>The image file is damaged or incomplete.</source>
        <translation>Die Bilddatei ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>The image file is damaged or incomplete: its packed voxels end too early.</source>
        <translation>Die Bilddatei ist beschädigt oder unvollständig: Ihre komprimierten Voxel enden zu früh.</translation>
    </message>
    <message>
        <source>The image file is damaged: what it holds contradicts its header.</source>
        <translation>Die Bilddatei ist beschädigt: Ihr Inhalt widerspricht ihrem Kopf.</translation>
    </message>
    <message>
        <source>The image file says more than 4 GiB of voxels.</source>
        <translation>Die Bilddatei gibt mehr als 4 GiB an Voxeln an.</translation>
    </message>
    <message>
        <source>The image file, or the data file it names, cannot be read.</source>
        <translation>Die Bilddatei oder die in ihr genannte Datendatei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The image has %1 voxels where its grid has %2.</source>
        <translation>Das Bild hat %1 Voxel, sein Gitter aber %2.</translation>
    </message>
    <message>
        <source>The image has more than 1000 different values: it is no label map.</source>
        <translation>Das Bild hat mehr als 1000 verschiedene Werte: Es ist keine Labelkarte.</translation>
    </message>
    <message>
        <source>The image has no usable voxel spacing or origin.</source>
        <translation>Das Bild hat keinen brauchbaren Voxelabstand oder Ursprung.</translation>
    </message>
    <message>
        <source>The image has no voxels along one axis.</source>
        <translation>Das Bild hat entlang einer Achse keine Voxel.</translation>
    </message>
    <message>
        <source>The image holds values that are no labels (negative or fractional).</source>
        <translation>Das Bild enthält Werte, die keine Labels sind (negativ oder gebrochen).</translation>
    </message>
    <message>
        <source>The image is too small to hold a body.</source>
        <translation>Das Bild ist zu klein, um einen Körper zu enthalten.</translation>
    </message>
    <message>
        <source>The image needs more than 4 GiB of memory.</source>
        <translation>Das Bild braucht mehr als 4 GiB Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>The images agree no better than before: they lay well already, or it failed.</source>
        <translation>Die Bilder stimmen nicht besser überein als vorher: Sie lagen schon richtig, oder es ist misslungen.</translation>
    </message>
    <message>
        <source>The images are compressed as %1, which cannot be read here.</source>
        <translation>Die Bilder sind komprimiert als %1, was hier nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>The images are of different kinds: their values say little.</source>
        <translation>Die Bilder sind von verschiedener Art: Ihre Werte sagen wenig.</translation>
    </message>
    <message>
        <source>The images have no position in the patient (a film loop, projections or pictures); they make no volume.</source>
        <translation>Die Bilder haben keine Position im Patienten (Filmschleife, Projektionen oder Fotos); sie ergeben kein Volumen.</translation>
    </message>
    <message>
        <source>The images were compressed with loss at some time.</source>
        <translation>Die Bilder wurden irgendwann verlustbehaftet komprimiert.</translation>
    </message>
    <message>
        <source>The inflow has no node.</source>
        <translation>Der Zufluss hat keinen Knoten.</translation>
    </message>
    <message>
        <source>The inputs are so uncertain that fewer than one draw of them in five is a circulation.</source>
        <translation>Die Eingaben sind so unsicher, dass weniger als jede fünfte Ziehung daraus einen Kreislauf ergibt.</translation>
    </message>
    <message>
        <source>The labels belong to another patient than the case.</source>
        <translation>Die Labels gehören zu einem anderen Patienten als der Fall.</translation>
    </message>
    <message>
        <source>The labels need more than 4 GiB of memory.</source>
        <translation>Die Labels brauchen mehr als 4 GiB Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>The landmarks lie in one plane.</source>
        <translation>Die Landmarken liegen in einer Ebene.</translation>
    </message>
    <message>
        <source>The landmarks lie on one line.</source>
        <translation>Die Landmarken liegen auf einer Geraden.</translation>
    </message>
    <message>
        <source>The least margin is %1 mm, less than the %2 mm asked for.</source>
        <translation>Der kleinste Hitzerand beträgt %1 mm, weniger als die verlangten %2 mm.</translation>
    </message>
    <message>
        <source>The lesion has no voxels.</source>
        <translation>Die Läsion hat keine Voxel.</translation>
    </message>
    <message>
        <source>The limits for the pressure after a resection were found in livers without cirrhosis: they do not apply here.</source>
        <translation>Die Grenzwerte für den Druck nach einer Resektion wurden an Lebern ohne Zirrhose gefunden: Sie gelten hier nicht.</translation>
    </message>
    <message>
        <source>The line to cut along is too short, or the cuts are too close.</source>
        <translation>Die Linie, entlang der geschnitten wird, ist zu kurz, oder die Schnitte liegen zu dicht.</translation>
    </message>
    <message>
        <source>The liver hardly moves between the images.</source>
        <translation>Die Leber bewegt sich zwischen den Bildern kaum.</translation>
    </message>
    <message>
        <source>The liver has no mask.</source>
        <translation>Die Leber hat keine Maske.</translation>
    </message>
    <message>
        <source>The liver has no voxels.</source>
        <translation>Die Leber hat keine Voxel.</translation>
    </message>
    <message>
        <source>The liver would take %1, all of the cardiac output of %2 or more.</source>
        <translation>Die Leber nähme %1, das ganze Herzzeitvolumen von %2 oder mehr.</translation>
    </message>
    <message>
        <source>The lobes are not used without a resection.</source>
        <translation>Ohne Resektion werden die Lappen nicht benutzt.</translation>
    </message>
    <message>
        <source>The lobes that remain do not make up a part of the liver.</source>
        <translation>Die verbleibenden Lappen ergeben keinen Teil der Leber.</translation>
    </message>
    <message>
        <source>The locality or the margin of growing is out of range.</source>
        <translation>Die Ortsbindung oder der Rand des Wachsens liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>The lower limit of the portal pressure is above the upper one.</source>
        <translation>Der untere Grenzwert des Portaldrucks liegt über dem oberen.</translation>
    </message>
    <message>
        <source>The lowest value is above the highest.</source>
        <translation>Der kleinste Wert liegt über dem größten.</translation>
    </message>
    <message>
        <source>The lowest value is not below the highest.</source>
        <translation>Der kleinste Wert liegt nicht unter dem größten.</translation>
    </message>
    <message>
        <source>The margin must lie between -300 and 300 mm.</source>
        <translation>Der Rand muss zwischen -300 und 300 mm liegen.</translation>
    </message>
    <message>
        <source>The mask lies on another grid than the echoes.</source>
        <translation>Die Maske liegt auf einem anderen Gitter als die Echos.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
        <source>The network does not start from a complete state.</source>
        <translation>Das Netzwerk beginnt nicht mit einem vollständigen Zustand.</translation>
    </message>
    <message>
        <source>The new and the earlier image are the same.</source>
        <translation>Das neue und das frühere Bild sind dasselbe.</translation>
    </message>
    <message>
        <source>The new image is dated before the earlier one.</source>
        <translation>Das Datum des neuen Bildes liegt vor dem des früheren.</translation>
    </message>
    <message>
        <source>The normal has no length.</source>
        <translation>Die Normale hat keine Länge.</translation>
    </message>
    <message>
        <source>The normal of the plane has no length.</source>
        <translation>Die Normale der Ebene hat keine Länge.</translation>
    </message>
    <message>
        <source>The number does not depend on a parameter '%1'.</source>
        <translation>Die Zahl hängt von keinem Parameter „%1“ ab.</translation>
    </message>
    <message>
        <source>The number of levels or iterations is out of range.</source>
        <translation>Die Zahl der Stufen oder Iterationen liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>The options of the centrelines are out of range.</source>
        <translation>Die Optionen der Mittellinien liegen außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>The organ has no voxels.</source>
        <translation>Das Organ hat keine Voxel.</translation>
    </message>
    <message>
        <source>The other case holds no image to compare with.</source>
        <translation>Der andere Fall enthält kein Bild zum Vergleichen.</translation>
    </message>
    <message>
        <source>The outline has fewer than three points.</source>
        <translation>Der Umriss hat weniger als drei Punkte.</translation>
    </message>
    <message>
        <source>The outline lies behind the viewer.</source>
        <translation>Der Umriss liegt hinter dem Betrachter.</translation>
    </message>
    <message>
        <source>The outline or its view is not a finite position and direction.</source>
        <translation>Der Umriss oder seine Ansicht hat keine endliche Position und Richtung.</translation>
    </message>
    <message>
        <source>The path breaks a limit: %1, %2 mm from %3.</source>
        <translation>Der Weg verletzt einen Grenzwert: %1, %2 mm von %3.</translation>
    </message>
    <message>
        <source>The path breaks a limit: %1.</source>
        <translation>Der Weg verletzt einen Grenzwert: %1.</translation>
    </message>
    <message>
        <source>The phantom would have more than 2^30 voxels.</source>
        <translation>Das Phantom hätte mehr als 2^30 Voxel.</translation>
    </message>
    <message>
        <source>The phantom's %1 is out of range.</source>
        <translation>Außerhalb des Bereichs für das Phantom: %1.</translation>
    </message>
    <message>
        <source>The picture '%1.png' could not be written.</source>
        <translation>Das Bild „%1.png“ konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The picture's size is out of bounds.</source>
        <translation>Die Größe des Bildes liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>The pictures cannot be written here.</source>
        <translation>Die Bilder können hier nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The pictures could not take their names.</source>
        <translation>Die Bilder konnten nicht unter ihren Namen abgelegt werden.</translation>
    </message>
    <message>
        <source>The pixels of an image are damaged or incomplete.</source>
        <translation>Die Pixel eines Bildes sind beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>The plan '%1' (%2) is approved and locked.</source>
        <translation>Der Plan „%1“ (%2) ist freigegeben und gesperrt.</translation>
    </message>
    <message>
        <source>The plan '%1' is approved and locked, but what it stands on has changed.</source>
        <translation>Der Plan „%1“ ist freigegeben und gesperrt, aber etwas, worauf er beruht, hat sich geändert.</translation>
    </message>
    <message>
        <source>The plan '%1' is not hidden.</source>
        <translation>Der Plan „%1“ ist nicht verborgen.</translation>
    </message>
    <message>
        <source>The plan '%1' tells of no motion of the body.</source>
        <translation>Der Plan „%1“ kennt keine Bewegung des Körpers.</translation>
    </message>
    <message>
        <source>The plan '%1' was not moved.%2%3</source>
        <translation>Der Plan „%1“ wurde nicht bewegt.%2%3</translation>
    </message>
    <message>
        <source>The plan has an open stop: %1</source>
        <translation>Der Plan hat einen offenen Stopp: %1</translation>
    </message>
    <message>
        <source>The plan has no needle path.</source>
        <translation>Der Plan hat keinen Nadelweg.</translation>
    </message>
    <message>
        <source>The plan has not been reviewed.</source>
        <translation>Der Plan ist nicht durchgesehen.</translation>
    </message>
    <message>
        <source>The plan is %1 already.</source>
        <translation>Der Stand des Plans ist bereits „%1“.</translation>
    </message>
    <message>
        <source>The plan is approved, which includes its review.</source>
        <translation>Der Plan ist freigegeben, was die Durchsicht einschließt.</translation>
    </message>
    <message>
        <source>The plan is stale: something it stands on has changed since.</source>
        <translation>Der Plan ist veraltet: Etwas, worauf er beruht, hat sich seitdem geändert.</translation>
    </message>
    <message>
        <source>The plan used structures that nobody had confirmed: %1.</source>
        <translation>Der Plan hat Strukturen benutzt, die niemand bestätigt hatte: %1.</translation>
    </message>
    <message>
        <source>The plan's id may hold lower-case letters, digits, '-', '_' and '.' only.</source>
        <translation>Die Kennung des Plans darf nur Kleinbuchstaben, Ziffern, '-', '_' und '.' enthalten.</translation>
    </message>
    <message>
        <source>The plane does not part the structure.</source>
        <translation>Die Ebene teilt die Struktur nicht.</translation>
    </message>
    <message>
        <source>The plane misses the liver.</source>
        <translation>Die Ebene verfehlt die Leber.</translation>
    </message>
    <message>
        <source>The plane of the brush has no direction.</source>
        <translation>Die Ebene des Pinsels hat keine Richtung.</translation>
    </message>
    <message>
        <source>The plane of the cut is not valid.</source>
        <translation>Die Ebene des Schnitts ist nicht gültig.</translation>
    </message>
    <message>
        <source>The planes need five places: vena cava, three hepatic veins and the fork of the portal vein.</source>
        <translation>Die Ebenen brauchen fünf Stellen: Hohlvene, drei Lebervenen und die Gabelung der Pfortader.</translation>
    </message>
    <message>
        <source>The planes through the path of %1</source>
        <translation>Die Ebenen durch den Weg von %1</translation>
    </message>
    <message>
        <source>The point is not a finite position.</source>
        <translation>Der Punkt ist keine endliche Position.</translation>
    </message>
    <message>
        <source>The point lies outside the image.</source>
        <translation>Der Punkt liegt außerhalb des Bildes.</translation>
    </message>
    <message>
        <source>The point that the curve is to pass is not a number.</source>
        <translation>Der Punkt, durch den die Kurve gehen soll, ist keine Zahl.</translation>
    </message>
    <message>
        <source>The portal pressure (%1) is not above the caval one (%2), so no blood would flow through the liver.</source>
        <translation>Der Portaldruck (%1) liegt nicht über dem Hohlvenendruck (%2), sodass kein Blut durch die Leber flösse.</translation>
    </message>
    <message>
        <source>The power of the applicator has no meaning.</source>
        <translation>Die Leistung des Applikators ist nicht sinnvoll.</translation>
    </message>
    <message>
        <source>The predicted damage comes near the side of the box, which holds it back.</source>
        <translation>Der vorhergesagte Schaden kommt der Seite des Kastens nahe, die ihn begrenzt.</translation>
    </message>
    <message>
        <source>The predicted portal pressure of %1 mmHg is above %2 mmHg.</source>
        <translation>Der vorhergesagte Portaldruck von %1 mmHg liegt über %2 mmHg.</translation>
    </message>
    <message>
        <source>The pressures of the network follow from nothing, or it does not come to rest.</source>
        <translation>Die Drücke des Netzwerks sind durch nichts bestimmt, oder es kommt nicht zur Ruhe.</translation>
    </message>
    <message>
        <source>The radius must lie between 0 and 20 mm.</source>
        <translation>Der Radius muss zwischen 0 und 20 mm liegen.</translation>
    </message>
    <message>
        <source>The radius must lie between 0 and 300 mm.</source>
        <translation>Der Radius muss zwischen 0 und 300 mm liegen.</translation>
    </message>
    <message>
        <source>The radius of a brush must lie between 0 and 300 mm.</source>
        <translation>Der Radius eines Pinsels muss zwischen 0 und 300 mm liegen.</translation>
    </message>
    <message>
        <source>The radius of a median must be 0 to 5 voxels.</source>
        <translation>Der Radius eines Medians muss 0 bis 5 Voxel betragen.</translation>
    </message>
    <message>
        <source>The range of '%1' is empty.</source>
        <translation>Der Bereich von „%1“ ist leer.</translation>
    </message>
    <message>
        <source>The range over which water boils has no meaning.</source>
        <translation>Der Bereich, in dem Wasser siedet, ist nicht sinnvoll.</translation>
    </message>
    <message>
        <source>The ranges of the prediction are none.</source>
        <translation>Die Bereiche der Vorhersage sind ungültig.</translation>
    </message>
    <message>
        <source>The reader of this file ended unexpectedly; the file is damaged or of a kind that it cannot read.</source>
        <translation>Das Leseprogramm für diese Datei endete unerwartet; die Datei ist beschädigt oder von einer Art, die es nicht lesen kann.</translation>
    </message>
    <message>
        <source>The region for vesselness is empty.</source>
        <translation>Die Region für das Gefäßmaß (Vesselness) ist leer.</translation>
    </message>
    <message>
        <source>The region holds no value of the image.</source>
        <translation>Die Region enthält keinen Wert des Bildes.</translation>
    </message>
    <message>
        <source>The region is too large for a watershed.</source>
        <translation>Die Region ist zu groß für eine Wasserscheide.</translation>
    </message>
    <message>
        <source>The region is too large to grow in.</source>
        <translation>Die Region ist zu groß, um darin zu wachsen.</translation>
    </message>
    <message>
        <source>The region lies on another voxel grid than the image.</source>
        <translation>Die Region liegt auf einem anderen Voxelgitter als das Bild.</translation>
    </message>
    <message>
        <source>The region to grow in is empty.</source>
        <translation>Die Region, in der gewachsen werden soll, ist leer.</translation>
    </message>
    <message>
        <source>The registration '%1' is no longer the one of the plan.</source>
        <translation>Die Registrierung „%1“ ist nicht mehr die des Plans.</translation>
    </message>
    <message>
        <source>The registration is of other images.</source>
        <translation>Die Registrierung gehört zu anderen Bildern.</translation>
    </message>
    <message>
        <source>The registration still moved when its steps ended.</source>
        <translation>Die Registrierung bewegte sich noch, als ihre Schritte zu Ende waren.</translation>
    </message>
    <message>
        <source>The registrations have several fixed images.</source>
        <translation>Die Registrierungen haben verschiedene feste Bilder.</translation>
    </message>
    <message>
        <source>The remnant is held against the liver on the images, for the expected liver volume is not known.</source>
        <translation>Der Rest wird mit der Leber auf den Bildern verglichen, denn das erwartete Lebervolumen ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The result has no voxels.</source>
        <translation>Das Ergebnis hat keine Voxel.</translation>
    </message>
    <message>
        <source>The reviewer is the author of the plan.</source>
        <translation>Wer den Plan durchsieht, hat ihn auch erstellt.</translation>
    </message>
    <message>
        <source>The scales must lie between 0 and 50 mm.</source>
        <translation>Die Skalen müssen zwischen 0 und 50 mm liegen.</translation>
    </message>
    <message>
        <source>The seed lies outside the image.</source>
        <translation>Der Keim liegt außerhalb des Bildes.</translation>
    </message>
    <message>
        <source>The segmentation describes no segments.</source>
        <translation>Die Segmentierung beschreibt keine Segmente.</translation>
    </message>
    <message>
        <source>The segmentation ends before its last pixel.</source>
        <translation>Die Segmentierung endet vor ihrem letzten Pixel.</translation>
    </message>
    <message>
        <source>The segmentation has %1 bits a pixel.</source>
        <translation>Die Segmentierung hat %1 Bit je Pixel.</translation>
    </message>
    <message>
        <source>The segmentation has more than 1000 segments.</source>
        <translation>Die Segmentierung hat mehr als 1000 Segmente.</translation>
    </message>
    <message>
        <source>The segmentation has no pixels.</source>
        <translation>Die Segmentierung hat keine Pixel.</translation>
    </message>
    <message>
        <source>The segmentation is compressed as %1 with one bit a pixel, which cannot be read here.</source>
        <translation>Die Segmentierung ist komprimiert als %1 mit einem Bit je Pixel, was hier nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>The segmentation is compressed as %1, which cannot be read here.</source>
        <translation>Die Segmentierung ist komprimiert als %1, was hier nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>The segmentation is cut short: frames are missing.</source>
        <translation>Die Segmentierung ist abgeschnitten: Einzelbilder fehlen.</translation>
    </message>
    <message>
        <source>The segmentation is no longer there.</source>
        <translation>Die Segmentierung ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The segmentation is of the new LABELMAP type.</source>
        <translation>Die Segmentierung ist von der neuen Art LABELMAP.</translation>
    </message>
    <message>
        <source>The segmentation was made in another frame of reference than the image.</source>
        <translation>Die Segmentierung wurde in einem anderen Bezugssystem als das Bild erstellt.</translation>
    </message>
    <message>
        <source>The series belongs to another patient than the case.</source>
        <translation>Die Serie gehört zu einem anderen Patienten als der Fall.</translation>
    </message>
    <message>
        <source>The series does not belong to this scan.</source>
        <translation>Die Serie gehört nicht zu dieser Durchsicht.</translation>
    </message>
    <message>
        <source>The series has only %1 slices.</source>
        <translation>Die Serie hat nur %1 Schichten.</translation>
    </message>
    <message>
        <source>The series holds %1 stacks at the same place, told apart by %2.</source>
        <translation>Die Serie enthält %1 Stapel am selben Ort, unterschieden nach: %2.</translation>
    </message>
    <message>
        <source>The series holds images of several orientations; this is the stack of one.</source>
        <translation>Die Serie enthält Bilder mehrerer Ausrichtungen; dies ist der Stapel einer davon.</translation>
    </message>
    <message>
        <source>The series holds no image volume.</source>
        <translation>Die Serie enthält kein Bildvolumen.</translation>
    </message>
    <message>
        <source>The series holds several images at every place, and nothing in the files tells them apart; they were parted by their order.</source>
        <translation>Die Serie enthält an jedem Ort mehrere Bilder, und nichts in den Dateien unterscheidet sie; sie wurden nach ihrer Reihenfolge getrennt.</translation>
    </message>
    <message>
        <source>The series needs more than 4 GiB of memory.</source>
        <translation>Die Serie braucht mehr als 4 GiB Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>The series says that it is %1, not %2.</source>
        <translation>Die Serie gibt als Modalität %1 an, nicht %2.</translation>
    </message>
    <message>
        <source>The sex is none that DICOM knows.</source>
        <translation>Dieses Geschlecht kennt DICOM nicht.</translation>
    </message>
    <message>
        <source>The size of the pixels is that at the detector, not in the patient.</source>
        <translation>Die Größe der Pixel ist die am Detektor, nicht die im Patienten.</translation>
    </message>
    <message>
        <source>The slice is not a finite plane.</source>
        <translation>Die Schicht ist keine endliche Ebene.</translation>
    </message>
    <message>
        <source>The slice is too large to trace in.</source>
        <translation>Die Schicht ist zu groß, um darin eine Isolinie zu verfolgen.</translation>
    </message>
    <message>
        <source>The slices do not lie behind each other.</source>
        <translation>Die Schichten liegen nicht hintereinander.</translation>
    </message>
    <message>
        <source>The slices lie too far apart to be one volume.</source>
        <translation>Die Schichten liegen für ein Volumen zu weit auseinander.</translation>
    </message>
    <message>
        <source>The smoothing must lie between 0 and 100 mm.</source>
        <translation>Die Glättung muss zwischen 0 und 100 mm liegen.</translation>
    </message>
    <message>
        <source>The smoothing must lie between 0 and 20 mm.</source>
        <translation>Die Glättung muss zwischen 0 und 20 mm liegen.</translation>
    </message>
    <message>
        <source>The smoothing of the curve is out of range.</source>
        <translation>Die Glättung der Kurve liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>The smoothing of the surface is out of range.</source>
        <translation>Die Glättung der Oberfläche liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>The source holds %1 different patients.</source>
        <translation>Die Quelle enthält %1 verschiedene Patienten.</translation>
    </message>
    <message>
        <source>The source holds images of %1 different patients; a case holds one.</source>
        <translation>Die Quelle enthält Bilder von %1 verschiedenen Patienten; ein Fall enthält nur einen.</translation>
    </message>
    <message>
        <source>The source holds more than 500,000 files.</source>
        <translation>Die Quelle enthält mehr als 500,000 Dateien.</translation>
    </message>
    <message>
        <source>The source holds more than a million images.</source>
        <translation>Die Quelle enthält mehr als eine Million Bilder.</translation>
    </message>
    <message>
        <source>The source holds no image series.</source>
        <translation>Die Quelle enthält keine Bildserie.</translation>
    </message>
    <message>
        <source>The source holds no labels.</source>
        <translation>Die Quelle enthält keine Labels.</translation>
    </message>
    <message>
        <source>The spectrum of fat is empty.</source>
        <translation>Das Spektrum des Fetts ist leer.</translation>
    </message>
    <message>
        <source>The sphere has no extent.</source>
        <translation>Die Kugel hat keine Ausdehnung.</translation>
    </message>
    <message>
        <source>The sphere is larger than a metre.</source>
        <translation>Die Kugel ist größer als ein Meter.</translation>
    </message>
    <message>
        <source>The split of the gradient does not lie in its own range.</source>
        <translation>Die Teilung des Gradienten liegt nicht in ihrem eigenen Bereich.</translation>
    </message>
    <message>
        <source>The split of the pressure gradient is not between 0 and 1.</source>
        <translation>Die Teilung des Druckgradienten liegt nicht zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>The start is a deformable registration.</source>
        <translation>Der Ausgang ist eine deformierbare Registrierung.</translation>
    </message>
    <message>
        <source>The start is of other images.</source>
        <translation>Der Ausgang gehört zu anderen Bildern.</translation>
    </message>
    <message>
        <source>The states of breathing do not tell enough for this kind of motion.</source>
        <translation>Die Atemzustände sagen für diese Art der Bewegung nicht genug aus.</translation>
    </message>
    <message>
        <source>The stem is always among them. Mark side branches that matter.</source>
        <translation>Der Stamm gehört immer dazu. Seitenäste markieren, auf die es ankommt.</translation>
    </message>
    <message>
        <source>The step along the curve is out of range.</source>
        <translation>Der Schritt entlang der Kurve liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>The step must be more than 0 % and at most 100 %.</source>
        <translation>Der Schritt muss mehr als 0 % und höchstens 100 % betragen.</translation>
    </message>
    <message>
        <source>The stroke has no point.</source>
        <translation>Der Strich hat keinen Punkt.</translation>
    </message>
    <message>
        <source>The structure has gaps there; fill them before measuring.</source>
        <translation>Die Struktur hat dort Lücken; sie vor dem Messen füllen.</translation>
    </message>
    <message>
        <source>The structure has no voxels.</source>
        <translation>Die Struktur hat keine Voxel.</translation>
    </message>
    <message>
        <source>The structure is not at this point.</source>
        <translation>Die Struktur liegt nicht an diesem Punkt.</translation>
    </message>
    <message>
        <source>The structure is too large for a surface.</source>
        <translation>Die Struktur ist zu groß für eine Oberfläche.</translation>
    </message>
    <message>
        <source>The structure is too large for centrelines.</source>
        <translation>Die Struktur ist zu groß für Mittellinien.</translation>
    </message>
    <message>
        <source>The structure is too thin for a surface with this smoothing.</source>
        <translation>Die Struktur ist zu dünn für eine Oberfläche mit dieser Glättung.</translation>
    </message>
    <message>
        <source>The structure lies on another voxel grid than the image.</source>
        <translation>Die Struktur liegt auf einem anderen Voxelgitter als das Bild.</translation>
    </message>
    <message>
        <source>The structure set has more points than can be sensible.</source>
        <translation>Der Struktursatz hat mehr Punkte, als sinnvoll sein kann.</translation>
    </message>
    <message>
        <source>The structure set has more than 1000 structures.</source>
        <translation>Der Struktursatz hat mehr als 1000 Strukturen.</translation>
    </message>
    <message>
        <source>The structure set is no longer there.</source>
        <translation>Der Struktursatz ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The structures lie on another voxel grid than the image.</source>
        <translation>Die Strukturen liegen auf einem anderen Voxelgitter als das Bild.</translation>
    </message>
    <message>
        <source>The structures lie on different grids.</source>
        <translation>Die Strukturen liegen auf verschiedenen Gittern.</translation>
    </message>
    <message>
        <source>The structures lie on different voxel grids.</source>
        <translation>Die Strukturen liegen auf verschiedenen Voxelgittern.</translation>
    </message>
    <message>
        <source>The structures overlap in more than 255 ways.</source>
        <translation>Die Strukturen überlappen sich auf mehr als 255 Arten.</translation>
    </message>
    <message>
        <source>The structures were drawn in another frame of reference than the image.</source>
        <translation>Die Strukturen wurden in einem anderen Bezugssystem als das Bild gezeichnet.</translation>
    </message>
    <message>
        <source>The system does not let Pollux start another program.</source>
        <translation>Das System lässt Pollux kein anderes Programm starten.</translation>
    </message>
    <message>
        <source>The system ended the reader of this file, most likely for lack of memory.</source>
        <translation>Das System hat das Leseprogramm für diese Datei beendet, wahrscheinlich aus Mangel an Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>The system gives Pollux no more memory or open files.</source>
        <translation>Das System gibt Pollux keinen weiteren Arbeitsspeicher oder keine weiteren offenen Dateien.</translation>
    </message>
    <message>
        <source>The target lies outside the body.</source>
        <translation>Das Ziel liegt außerhalb des Körpers.</translation>
    </message>
    <message>
        <source>The target lies outside the liver.</source>
        <translation>Das Ziel liegt außerhalb der Leber.</translation>
    </message>
    <message>
        <source>The target point is not a place.</source>
        <translation>Der Zielpunkt ist kein Ort.</translation>
    </message>
    <message>
        <source>The target structure has no mask.</source>
        <translation>Die Zielstruktur hat keine Maske.</translation>
    </message>
    <message>
        <source>The theme has no colour "%1".</source>
        <translation>Das Farbschema hat keine Farbe „%1“.</translation>
    </message>
    <message>
        <source>The theme has no colour map.</source>
        <translation>Das Farbschema hat keine Farbskala.</translation>
    </message>
    <message>
        <source>The thickness of the slab is out of range.</source>
        <translation>Die Dicke der Schicht liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>The time of the map is not a number.</source>
        <translation>Die Zeit der Karte ist keine Zahl.</translation>
    </message>
    <message>
        <source>The time or accuracy of the heat model has no meaning.</source>
        <translation>Zeit oder Genauigkeit des Wärmemodells ist nicht sinnvoll.</translation>
    </message>
    <message>
        <source>The two images do not meet: nothing of one lies in the other.</source>
        <translation>Die beiden Bilder treffen sich nicht: Nichts des einen liegt im anderen.</translation>
    </message>
    <message>
        <source>The two images do not meet: too little of one lies in the other.</source>
        <translation>Die beiden Bilder treffen sich nicht: Zu wenig des einen liegt im anderen.</translation>
    </message>
    <message>
        <source>The two images tell hardly more about each other than chance would.</source>
        <translation>Die beiden Bilder sagen kaum mehr übereinander aus, als es der Zufall täte.</translation>
    </message>
    <message>
        <source>The two masks lie on different grids.</source>
        <translation>Die beiden Masken liegen auf verschiedenen Gittern.</translation>
    </message>
    <message>
        <source>The two sides hang together elsewhere (a loop): nothing was cut.</source>
        <translation>Die beiden Seiten hängen an anderer Stelle zusammen (eine Schleife): Nichts wurde geschnitten.</translation>
    </message>
    <message>
        <source>The two structures do not lie as expected.</source>
        <translation>Die beiden Strukturen liegen nicht wie erwartet.</translation>
    </message>
    <message>
        <source>The uncertainty of the pressures is large beside their difference; measure them better.</source>
        <translation>Die Unsicherheit der Drücke ist groß im Vergleich zu ihrem Unterschied; sie genauer messen.</translation>
    </message>
    <message>
        <source>The value at the seed is not between the two bounds.</source>
        <translation>Der Wert am Keim liegt nicht zwischen den beiden Grenzen.</translation>
    </message>
    <message>
        <source>The valve '%1' has inertance.</source>
        <translation>Die Klappe „%1“ hat eine Inertanz.</translation>
    </message>
    <message>
        <source>The veins are out of order: seen from the vena cava the right one must lie to the right of the middle one, the left one to its left.</source>
        <translation>Die Venen sind nicht in ihrer Reihenfolge: Von der Hohlvene aus muss die rechte rechts der mittleren liegen, die linke links von ihr.</translation>
    </message>
    <message>
        <source>The vessel has no voxels to cut.</source>
        <translation>Das Gefäß hat keine Voxel, die geschnitten werden könnten.</translation>
    </message>
    <message>
        <source>The volume is no part of a 4-D series.</source>
        <translation>Das Volumen gehört zu keiner 4-D-Serie.</translation>
    </message>
    <message>
        <source>The volume of an island must lie between 0 and 1,000,000 mL.</source>
        <translation>Das Volumen einer Insel muss zwischen 0 und 1,000,000 mL liegen.</translation>
    </message>
    <message>
        <source>The voxel size must be more than zero.</source>
        <translation>Die Voxelgröße muss größer als null sein.</translation>
    </message>
    <message>
        <source>The voxels are wider than the needle's radius, so its surface is coarse.</source>
        <translation>Die Voxel sind breiter als der Radius der Nadel, deshalb ist ihre Oberfläche grob.</translation>
    </message>
    <message>
        <source>The voxels of the heat model have no size.</source>
        <translation>Die Voxel des Wärmemodells haben keine Größe.</translation>
    </message>
    <message>
        <source>The wall must be between 0 and 300 mm thick.</source>
        <translation>Die Wand muss zwischen 0 und 300 mm dick sein.</translation>
    </message>
    <message>
        <source>The width across the curve is out of range.</source>
        <translation>Die Breite quer zur Kurve liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>The zip archive cannot be opened.</source>
        <translation>Das Zip-Archiv kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The zip archive cannot be read: it is damaged or incomplete.</source>
        <translation>Das Zip-Archiv kann nicht gelesen werden: Es ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>The zip archive holds more than can be opened safely.</source>
        <translation>Das Zip-Archiv enthält mehr, als sicher geöffnet werden kann.</translation>
    </message>
    <message>
        <source>Their shares add up to more than 0 and at most 1.</source>
        <translation>Die Summe ihrer Anteile muss über 0 und höchstens 1 sein.</translation>
    </message>
    <message>
        <source>Then it is not computed.</source>
        <translation>Dann wird sie nicht berechnet.</translation>
    </message>
    <message>
        <source>Then there is no such number.</source>
        <translation>Dann gibt es diese Zahl nicht.</translation>
    </message>
    <message>
        <source>There are %1 gaps in all, %2 slices are missing.</source>
        <translation>Es gibt insgesamt %1 Lücken, %2 Schichten fehlen.</translation>
    </message>
    <message>
        <source>There are %1 landmarks in the fixed image and %2 in the moving one.</source>
        <translation>Im festen Bild gibt es %1 Landmarken, im bewegten %2.</translation>
    </message>
    <message>
        <source>There are more points in one image than in the other.</source>
        <translation>In einem Bild gibt es mehr Punkte als im anderen.</translation>
    </message>
    <message>
        <source>There are more than 250 obstacles.</source>
        <translation>Es gibt mehr als 250 Hindernisse.</translation>
    </message>
    <message>
        <source>There are more than a million landmarks.</source>
        <translation>Es gibt mehr als eine Million Landmarken.</translation>
    </message>
    <message>
        <source>There are no files at the chosen place.</source>
        <translation>Am gewählten Ort gibt es keine Dateien.</translation>
    </message>
    <message>
        <source>There are no seeds.</source>
        <translation>Es gibt keine Keime.</translation>
    </message>
    <message>
        <source>There are no vessels, so none cools: the zone may be too large.</source>
        <translation>Es gibt keine Gefäße, also kühlt keines: Die Zone ist vielleicht zu groß.</translation>
    </message>
    <message>
        <source>There are not as many labels as nodes.</source>
        <translation>Es gibt nicht so viele Markierungen wie Knoten.</translation>
    </message>
    <message>
        <source>There are not as many phase images as echoes.</source>
        <translation>Es gibt nicht so viele Phasenbilder wie Echos.</translation>
    </message>
    <message>
        <source>There are not as many signals as echoes.</source>
        <translation>Es gibt nicht so viele Signale wie Echos.</translation>
    </message>
    <message>
        <source>There are not as many volumes as echo times.</source>
        <translation>Es gibt nicht so viele Volumen wie Echozeiten.</translation>
    </message>
    <message>
        <source>There are pictures of this name already.</source>
        <translation>Bilder dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>There are too few different values to find a threshold.</source>
        <translation>Es gibt zu wenige verschiedene Werte, um einen Schwellenwert zu finden.</translation>
    </message>
    <message>
        <source>There are too many markers.</source>
        <translation>Es gibt zu viele Marken.</translation>
    </message>
    <message>
        <source>There are two states of breathing only: between them everything is taken to move in a straight line, in and out alike.</source>
        <translation>Es gibt nur zwei Atemzustände: Dazwischen wird angenommen, dass sich alles geradlinig bewegt, beim Ein- und Ausatmen gleich.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>There is a resection, but neither a liver nor lobes to take it from.</source>
        <translation>Es gibt eine Resektion, aber weder eine Leber noch Lappen, von denen sie abgezogen wird.</translation>
    </message>
    <message>
        <source>There is neither a lesion nor a target point.</source>
        <translation>Es gibt weder eine Läsion noch einen Zielpunkt.</translation>
    </message>
    <message>
        <source>There is no %1 with a mask. %2</source>
        <translation>Ohne Maske oder nicht vorhanden: %1. %2</translation>
    </message>
    <message>
        <source>There is no '%1' in this case.</source>
        <translation>In diesem Fall gibt es „%1“ nicht.</translation>
    </message>
    <message>
        <source>There is no air around the body: the values do not look like CT numbers.</source>
        <translation>Um den Körper ist keine Luft: Die Werte sehen nicht nach CT-Zahlen aus.</translation>
    </message>
    <message>
        <source>There is no anatomy '%1'.</source>
        <translation>Die Anatomie „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no built-in resource '%1'.</source>
        <translation>Es gibt keine eingebaute Ressource „%1“.</translation>
    </message>
    <message>
        <source>There is no centreline of the portal vein.</source>
        <translation>Es gibt keine Mittellinie der Pfortader.</translation>
    </message>
    <message>
        <source>There is no closed line of equal value there.</source>
        <translation>Dort gibt es keine geschlossene Linie gleichen Wertes.</translation>
    </message>
    <message>
        <source>There is no displacement to learn a motion from.</source>
        <translation>Es gibt keine Verschiebung, aus der sich eine Bewegung lernen lässt.</translation>
    </message>
    <message>
        <source>There is no file of landmarks '%1'.</source>
        <translation>Es gibt keine Landmarkendatei „%1“.</translation>
    </message>
    <message>
        <source>There is no heated zone.</source>
        <translation>Es gibt keine Hitzezone.</translation>
    </message>
    <message>
        <source>There is no image to cut along the curve.</source>
        <translation>Es gibt kein Bild, das entlang der Kurve geschnitten werden könnte.</translation>
    </message>
    <message>
        <source>There is no image to register.</source>
        <translation>Es gibt kein Bild zu registrieren.</translation>
    </message>
    <message>
        <source>There is no image under the region.</source>
        <translation>Unter der Region liegt kein Bild.</translation>
    </message>
    <message>
        <source>There is no image.</source>
        <translation>Es gibt kein Bild.</translation>
    </message>
    <message>
        <source>There is no limit '%1'.</source>
        <translation>Es gibt keinen Grenzwert „%1“.</translation>
    </message>
    <message>
        <source>There is no map that changes with time.</source>
        <translation>Es gibt keine Karte, die sich mit der Zeit ändert.</translation>
    </message>
    <message>
        <source>There is no needle.</source>
        <translation>Es gibt keine Nadel.</translation>
    </message>
    <message>
        <source>There is no needle: neither a plan with entry and target nor both points.</source>
        <translation>Es gibt keine Nadel: weder einen Plan mit Eintritt und Ziel noch beide Punkte.</translation>
    </message>
    <message>
        <source>There is no operation '%1'.</source>
        <translation>Die Operation „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no parameter '%1'. Known: %2.</source>
        <translation>Es gibt keinen Parameter „%1“. Bekannt: %2.</translation>
    </message>
    <message>
        <source>There is no path to cut along.</source>
        <translation>Es gibt keinen Weg, an dem entlang geschnitten werden könnte.</translation>
    </message>
    <message>
        <source>There is no recipe '%1'.</source>
        <translation>Das Rezept „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no registration of another state of breathing.</source>
        <translation>Es gibt keine Registrierung eines anderen Atemzustands.</translation>
    </message>
    <message>
        <source>There is no room for temporary files.</source>
        <translation>Für temporäre Dateien ist kein Platz.</translation>
    </message>
    <message>
        <source>There is no room for the case file (disk, quota or file size limit).</source>
        <translation>Für die Falldatei ist kein Platz (Datenträger, Kontingent oder Grenze der Dateigröße).</translation>
    </message>
    <message>
        <source>There is no room for the file (disk, quota or file size limit).</source>
        <translation>Für die Datei ist kein Platz (Datenträger, Kontingent oder Grenze der Dateigröße).</translation>
    </message>
    <message>
        <source>There is no room for the film (disk, quota or file size limit).</source>
        <translation>Für den Film ist kein Platz (Datenträger, Kontingent oder Grenze der Dateigröße).</translation>
    </message>
    <message>
        <source>There is no series %1.</source>
        <translation>Die Serie %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no series %1; the source holds %2.</source>
        <translation>Die Serie %1 gibt es nicht; Zahl der Serien in der Quelle: %2.</translation>
    </message>
    <message>
        <source>There is no skin to choose an entry from.</source>
        <translation>Es gibt keine Haut, auf der ein Eintritt gewählt werden kann.</translation>
    </message>
    <message>
        <source>There is no such case file.</source>
        <translation>Diese Falldatei gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such working copy.</source>
        <translation>Diese Arbeitskopie gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no surface to search.</source>
        <translation>Es gibt keine Oberfläche zum Durchsuchen.</translation>
    </message>
    <message>
        <source>There is no target.</source>
        <translation>Es gibt kein Ziel.</translation>
    </message>
    <message>
        <source>There is no volume to draw.</source>
        <translation>Es gibt kein Volumen zu zeichnen.</translation>
    </message>
    <message>
        <source>There is no volume to film.</source>
        <translation>Es gibt kein Volumen zu filmen.</translation>
    </message>
    <message>
        <source>There is none to vary.</source>
        <translation>Es gibt keinen, der sich variieren lässt.</translation>
    </message>
    <message>
        <source>There is not enough memory for what is in the file.</source>
        <translation>Der Arbeitsspeicher reicht nicht für den Inhalt der Datei.</translation>
    </message>
    <message>
        <source>There is not enough memory to decode the images.</source>
        <translation>Zum Dekodieren der Bilder reicht der Arbeitsspeicher nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory to load the series.</source>
        <translation>Zum Laden der Serie reicht der Arbeitsspeicher nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory to read the image file.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um die Bilddatei zu lesen.</translation>
    </message>
    <message>
        <source>There is nothing at the chosen place.</source>
        <translation>Am gewählten Ort ist nichts.</translation>
    </message>
    <message>
        <source>There is nothing to turn: no surface is shown.</source>
        <translation>Es gibt nichts zu drehen: Keine Oberfläche wird gezeigt.</translation>
    </message>
    <message>
        <source>There is: %1.</source>
        <translation>Vorhanden: %1.</translation>
    </message>
    <message>
        <source>There must be as many different names as points: %1 points, %2 names.</source>
        <translation>Es muss so viele verschiedene Namen wie Punkte geben (Punkte: %1, Namen: %2).</translation>
    </message>
    <message>
        <source>These are colour images; they hold no measured values.</source>
        <translation>Das sind Farbbilder; sie enthalten keine gemessenen Werte.</translation>
    </message>
    <message>
        <source>These are images with a colour palette; they hold no measured values.</source>
        <translation>Das sind Bilder mit einer Farbpalette; sie enthalten keine gemessenen Werte.</translation>
    </message>
    <message>
        <source>These echo times can hardly tell water from fat: noise of a fiftieth of the signal leaves an uncertainty of %1 on the fat fraction.</source>
        <translation>Diese Echozeiten können Wasser und Fett kaum unterscheiden: Rauschen von einem Fünfzigstel des Signals lässt am Fettanteil eine Unsicherheit von %1.</translation>
    </message>
    <message>
        <source>These inputs are as in the example, which is nobody's: %1.</source>
        <translation>Diese Eingaben sind die des Beispiels, das zu niemandem gehört: %1.</translation>
    </message>
    <message>
        <source>These labels cannot be read.</source>
        <translation>Diese Labels können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>They cut each other.</source>
        <translation>Sie schneiden einander.</translation>
    </message>
    <message>
        <source>They were left out.</source>
        <translation>Sie wurden weggelassen.</translation>
    </message>
    <message>
        <source>They were left out; export masks instead.</source>
        <translation>Sie wurden weggelassen; stattdessen Masken exportieren.</translation>
    </message>
    <message>
        <source>They were left out; export the structure set again.</source>
        <translation>Sie wurden weggelassen; den Struktursatz noch einmal exportieren.</translation>
    </message>
    <message>
        <source>This breathing has no meaning.</source>
        <translation>Diese Atmung ist nicht sinnvoll.</translation>
    </message>
    <message>
        <source>This disk is read-only.</source>
        <translation>Dieser Datenträger ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>This does not mean that there is none: look through the liver, and draw what you see.</source>
        <translation>Das heißt nicht, dass es keine gibt: Die Leber durchsehen und einzeichnen, was zu sehen ist.</translation>
    </message>
    <message>
        <source>This folder may not be written to.</source>
        <translation>In diesen Ordner darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>This id is already taken.</source>
        <translation>Diese Kennung ist schon vergeben.</translation>
    </message>
    <message>
        <source>This image was carried onto another one by a registration: its values are interpolated.</source>
        <translation>Dieses Bild wurde durch eine Registrierung auf ein anderes gebracht: Seine Werte sind interpoliert.</translation>
    </message>
    <message>
        <source>This is a localizer of the series, in another orientation.</source>
        <translation>Das ist eine Übersichtsaufnahme der Serie in anderer Ausrichtung.</translation>
    </message>
    <message>
        <source>This is a single image, not a volume.</source>
        <translation>Das ist ein einzelnes Bild, kein Volumen.</translation>
    </message>
    <message>
        <source>This is no image (%1).</source>
        <translation>Das ist kein Bild (%1).</translation>
    </message>
    <message>
        <source>This is not a Pollux case.</source>
        <translation>Dies ist kein Pollux-Fall.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Dies ist keine Datei.</translation>
    </message>
    <message>
        <source>This is not a recipe: it needs an object with 'id', 'name' and a list 'steps'.</source>
        <translation>Dies ist kein Rezept: Es braucht ein Objekt mit 'id', 'name' und einer Liste 'steps'.</translation>
    </message>
    <message>
        <source>This kind takes %1 or more points, not %2.</source>
        <translation>Diese Art braucht mindestens %1 Punkte, nicht %2.</translation>
    </message>
    <message>
        <source>This kind takes %1 points, not %2.</source>
        <translation>Diese Art braucht %1 Punkte, nicht %2.</translation>
    </message>
    <message>
        <source>This object holds no labels.</source>
        <translation>Dieses Objekt enthält keine Labels.</translation>
    </message>
    <message>
        <source>This working copy is in use by another window.</source>
        <translation>Diese Arbeitskopie wird von einem anderen Fenster benutzt.</translation>
    </message>
    <message>
        <source>Too little of the fixed image is left to compare.</source>
        <translation>Vom festen Bild bleibt zu wenig zum Vergleichen übrig.</translation>
    </message>
    <message>
        <source>Two masks of different size are compared.</source>
        <translation>Zwei Masken verschiedener Größe werden verglichen.</translation>
    </message>
    <message>
        <source>Two points mark the same place of the tree.</source>
        <translation>Zwei Punkte markieren dieselbe Stelle des Baums.</translation>
    </message>
    <message>
        <source>Undo, or import with replace off, to keep both.</source>
        <translation>Rückgängig machen oder mit abgeschaltetem replace importieren, um beide zu behalten.</translation>
    </message>
    <message>
        <source>Unpack it yourself and open the folder of one study.</source>
        <translation>Es selbst entpacken und den Ordner einer Studie öffnen.</translation>
    </message>
    <message>
        <source>Unpack the archive and open the folder.</source>
        <translation>Das Archiv entpacken und den Ordner öffnen.</translation>
    </message>
    <message>
        <source>Unpack the archive with its password and open the folder.</source>
        <translation>Das Archiv mit seinem Passwort entpacken und den Ordner öffnen.</translation>
    </message>
    <message>
        <source>Unpack the outer archive and open the folder.</source>
        <translation>Das äußere Archiv entpacken und den Ordner öffnen.</translation>
    </message>
    <message>
        <source>Use 0 or more.</source>
        <translation>0 oder mehr verwenden.</translation>
    </message>
    <message>
        <source>Use 0 to 50 mm and 0 to 1000 passes.</source>
        <translation>0 bis 50 mm und 0 bis 1000 Durchgänge verwenden.</translation>
    </message>
    <message>
        <source>Use M, F, O or nothing.</source>
        <translation>M, F, O oder nichts verwenden.</translation>
    </message>
    <message>
        <source>Use a larger mask.</source>
        <translation>Eine größere Maske verwenden.</translation>
    </message>
    <message>
        <source>Use a locality of 0 to 1,000,000 and a margin of 0 to 300 mm.</source>
        <translation>Eine Ortsbindung von 0 bis 1,000,000 und einen Rand von 0 bis 300 mm verwenden.</translation>
    </message>
    <message>
        <source>Use a series with parallel slices.</source>
        <translation>Eine Serie mit parallelen Schichten verwenden.</translation>
    </message>
    <message>
        <source>Use a smaller radius.</source>
        <translation>Einen kleineren Radius verwenden.</translation>
    </message>
    <message>
        <source>Use a step above 0 mm and a spur factor from 0.</source>
        <translation>Einen Schritt über 0 mm und einen Spornfaktor ab 0 verwenden.</translation>
    </message>
    <message>
        <source>Use at most 64 characters, no backslash and no line break.</source>
        <translation>Höchstens 64 Zeichen verwenden, keinen umgekehrten Schrägstrich und keinen Zeilenumbruch.</translation>
    </message>
    <message>
        <source>Use at most 65535 pixels a side.</source>
        <translation>Höchstens 65535 Pixel je Seite verwenden.</translation>
    </message>
    <message>
        <source>Use digits and dots, at most 64 characters, or leave it empty.</source>
        <translation>Ziffern und Punkte verwenden, höchstens 64 Zeichen, oder leer lassen.</translation>
    </message>
    <message>
        <source>Use echoes in which water and fat are in phase in some and opposed in others, or phase images as well.</source>
        <translation>Echos verwenden, in denen Wasser und Fett teils in Phase und teils gegenphasig sind, oder zusätzlich Phasenbilder.</translation>
    </message>
    <message>
        <source>Use fewer than 65535.</source>
        <translation>Weniger als 65535 verwenden.</translation>
    </message>
    <message>
        <source>Use for example %1.</source>
        <translation>Zum Beispiel %1 nehmen.</translation>
    </message>
    <message>
        <source>Use it to look at; for planning, open a series that covers the organ.</source>
        <translation>Zum Ansehen nehmen; zum Planen eine Serie öffnen, die das Organ abdeckt.</translation>
    </message>
    <message>
        <source>Use less smoothing.</source>
        <translation>Weniger Glättung verwenden.</translation>
    </message>
    <message>
        <source>Use lower-case letters, digits, '-', '_', '.' and '/'.</source>
        <translation>Kleinbuchstaben, Ziffern, '-', '_', '.' und '/' verwenden.</translation>
    </message>
    <message>
        <source>Values are kept as they are.</source>
        <translation>Die Werte bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Values at sharp edges are slightly smoothed; the geometry is right.</source>
        <translation>Werte an scharfen Kanten sind leicht geglättet; die Geometrie stimmt.</translation>
    </message>
    <message>
        <source>Vendor ellipsoid (%1)</source>
        <translation>Ellipsoid des Herstellers (%1)</translation>
    </message>
    <message>
        <source>Vesselness needs an image and at least one scale.</source>
        <translation>Das Gefäßmaß (Vesselness) braucht ein Bild und mindestens eine Skala.</translation>
    </message>
    <message>
        <source>What a hidden plan stands on has changed; the plan is left as it is.</source>
        <translation>Etwas, worauf ein verborgener Plan beruht, hat sich geändert; der Plan bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>What lies there is computed as if it were liver: do not rely on it.</source>
        <translation>Was dort liegt, wird wie Leber berechnet: nicht darauf verlassen.</translation>
    </message>
    <message>
        <source>Widen the range of values.</source>
        <translation>Den Bereich der Werte erweitern.</translation>
    </message>
    <message>
        <source>Without a liver structure it is not known how much liver is heated.</source>
        <translation>Ohne eine Struktur der Leber ist nicht bekannt, wie viel Leber erhitzt wird.</translation>
    </message>
    <message>
        <source>Without a suffix the structures would replace themselves.</source>
        <translation>Ohne Zusatz würden die Strukturen sich selbst ersetzen.</translation>
    </message>
    <message>
        <source>Without blood flow this is excised liver.</source>
        <translation>Ohne Durchblutung ist dies entnommene Leber.</translation>
    </message>
    <message>
        <source>Work under another id, or reveal it first (plan.reveal).</source>
        <translation>Unter einer anderen Kennung arbeiten oder ihn zuerst aufdecken (plan.reveal).</translation>
    </message>
    <message>
        <source>Write a time of its own for each echo, in ms and not in seconds.</source>
        <translation>Für jedes Echo eine eigene Zeit angeben, in ms und nicht in Sekunden.</translation>
    </message>
    <message>
        <source>Write dates as YYYYMMDD and times as HHMMSS.</source>
        <translation>Datumsangaben als YYYYMMDD und Zeiten als HHMMSS schreiben.</translation>
    </message>
    <message>
        <source>Write it in tesla, such as 1.5 or 3: fat precesses in proportion to it.</source>
        <translation>In Tesla angeben, etwa 1.5 oder 3: Die Präzession von Fett ist proportional dazu.</translation>
    </message>
    <message>
        <source>Write the echo times in ms, in the order of the echoes.</source>
        <translation>Die Echozeiten in ms angeben, in der Reihenfolge der Echos.</translation>
    </message>
    <message>
        <source>Write them in ms and in the order of the echoes, such as 2.3, 4.6, 6.9.</source>
        <translation>In ms und in der Reihenfolge der Echos angeben, etwa 2.3, 4.6, 6.9.</translation>
    </message>
    <message>
        <source>a coordinate is not a finite number</source>
        <translation>eine Koordinate ist keine endliche Zahl</translation>
    </message>
    <message>
        <source>a facet has fewer than three corners</source>
        <translation>ein Dreieck hat weniger als drei Ecken</translation>
    </message>
    <message>
        <source>a facet has more than three corners</source>
        <translation>ein Dreieck hat mehr als drei Ecken</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>acquisition</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>acquisition time</source>
        <translation>Aufnahmezeit</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>beliebiger Größe</translation>
    </message>
    <message>
        <source>b-value</source>
        <translation>b-Wert</translation>
    </message>
    <message>
        <source>birth date</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>cardiac phase</source>
        <translation>Herzphase</translation>
    </message>
    <message>
        <source>changed in place (%1): what it was before is not kept</source>
        <translation>an Ort und Stelle geändert (%1): Was es vorher war, wird nicht aufbewahrt</translation>
    </message>
    <message>
        <source>content time</source>
        <translation>Inhaltszeit</translation>
    </message>
    <message>
        <source>does not have two to four dimensions</source>
        <translation>hat nicht zwei bis vier Dimensionen</translation>
    </message>
    <message>
        <source>doubles in %1 days</source>
        <translation>verdoppelt sich in %1 Tagen</translation>
    </message>
    <message>
        <source>echo time</source>
        <translation>Echozeit</translation>
    </message>
    <message>
        <source>edited by hand (%1): what it was before is not kept</source>
        <translation>von Hand bearbeitet (%1): Was es vorher war, wird nicht aufbewahrt</translation>
    </message>
    <message>
        <source>edited by hand: what it was before is not kept</source>
        <translation>von Hand bearbeitet: Was es vorher war, wird nicht aufbewahrt</translation>
    </message>
    <message>
        <source>equal weights, without the heated zone</source>
        <translation>gleiche Gewichte, ohne die erhitzte Zone</translation>
    </message>
    <message>
        <source>expected liver volume</source>
        <translation>erwartetes Lebervolumen</translation>
    </message>
    <message>
        <source>farther off than %1 mm</source>
        <translation>weiter entfernt als %1 mm</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>halves in %1 days</source>
        <translation>halbiert sich in %1 Tagen</translation>
    </message>
    <message>
        <source>has %1 points</source>
        <translation>hat %1 Punkte</translation>
    </message>
    <message>
        <source>has an unknown ending</source>
        <translation>hat eine unbekannte Endung</translation>
    </message>
    <message>
        <source>has more than %1 points</source>
        <translation>hat mehr als %1 Punkte</translation>
    </message>
    <message>
        <source>has the wrong type</source>
        <translation>hat den falschen Typ</translation>
    </message>
    <message>
        <source>heart, lungs and vessels beat; caval pressure and cardiac output follow; generic heart, %1 times its size</source>
        <translation>Herz, Lunge und Gefäße schlagen; Druck in der Hohlvene und Herzzeitvolumen folgen; allgemeines Herz, %1-fache Größe</translation>
    </message>
    <message>
        <source>holds colours or complex numbers</source>
        <translation>enthält Farben oder komplexe Zahlen</translation>
    </message>
    <message>
        <source>holds colours or vectors</source>
        <translation>enthält Farben oder Vektoren</translation>
    </message>
    <message>
        <source>holds values of an unknown type</source>
        <translation>enthält Werte unbekannten Typs</translation>
    </message>
    <message>
        <source>holds vectors</source>
        <translation>enthält Vektoren</translation>
    </message>
    <message>
        <source>holds vectors, colours or lists</source>
        <translation>enthält Vektoren, Farben oder Listen</translation>
    </message>
    <message>
        <source>holds what is not a point</source>
        <translation>enthält etwas, das kein Punkt ist</translation>
    </message>
    <message>
        <source>ids separated by commas, each of a %1</source>
        <translation>Kennungen, durch Kommas getrennt, jede für: %1</translation>
    </message>
    <message>
        <source>image type</source>
        <translation>Bildtyp</translation>
    </message>
    <message>
        <source>imported: it stays as it was read</source>
        <translation>importiert: Es bleibt, wie es gelesen wurde</translation>
    </message>
    <message>
        <source>inversion time</source>
        <translation>Inversionszeit</translation>
    </message>
    <message>
        <source>is %1, out of range</source>
        <translation>ist %1, außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>is an Analyze file without orientation</source>
        <translation>ist eine Analyze-Datei ohne Orientierung</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>ist keine Zahl</translation>
    </message>
    <message>
        <source>is not a point</source>
        <translation>ist kein Punkt</translation>
    </message>
    <message>
        <source>is stored as text</source>
        <translation>ist als Text gespeichert</translation>
    </message>
    <message>
        <source>it holds no triangle</source>
        <translation>sie enthält kein Dreieck</translation>
    </message>
    <message>
        <source>it remains, far from the cut</source>
        <translation>sie bleibt, weit vom Schnitt</translation>
    </message>
    <message>
        <source>it remains; to what is removed</source>
        <translation>sie bleibt; bis zu dem, was entfernt wird</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>ihr Ende fehlt</translation>
    </message>
    <message>
        <source>its length does not fit the number of triangles it names</source>
        <translation>ihre Länge passt nicht zur angegebenen Zahl von Dreiecken</translation>
    </message>
    <message>
        <source>its operation '%1' is not here</source>
        <translation>seine Operation „%1“ ist nicht vorhanden</translation>
    </message>
    <message>
        <source>its record does not fit this version of '%1': %2</source>
        <translation>die Aufzeichnung passt nicht zu dieser Version von „%1“: %2</translation>
    </message>
    <message>
        <source>keeps its voxels in another file</source>
        <translation>hat ihre Voxel in einer anderen Datei</translation>
    </message>
    <message>
        <source>keeps its voxels in many files</source>
        <translation>hat ihre Voxel in vielen Dateien</translation>
    </message>
    <message>
        <source>landmark</source>
        <translation>Landmarke</translation>
    </message>
    <message>
        <source>largest distance from the mean place</source>
        <translation>größte Entfernung vom mittleren Ort</translation>
    </message>
    <message>
        <source>lesion and %1 mm of liver around it; half axes %2 mm along and %3 mm across the needle</source>
        <translation>Läsion und %1 mm Leber darum; Halbachsen %2 mm längs und %3 mm quer zur Nadel</translation>
    </message>
    <message>
        <source>limit: shaft of %1 mm less %2 mm beyond the target</source>
        <translation>Grenzwert: Schaft von %1 mm weniger %2 mm hinter dem Ziel</translation>
    </message>
    <message>
        <source>liver of %1 g before, %2 g after, from its volume</source>
        <translation>Leber von %1 g vorher, %2 g nachher, aus ihrem Volumen</translation>
    </message>
    <message>
        <source>liver on the images</source>
        <translation>Leber auf den Bildern</translation>
    </message>
    <message>
        <source>measurement</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>names data files elsewhere</source>
        <translation>nennt Datendateien an anderem Ort</translation>
    </message>
    <message>
        <source>nearest: %1, %2</source>
        <translation>am nächsten: %1, %2</translation>
    </message>
    <message>
        <source>no longer in the case</source>
        <translation>nicht mehr im Fall</translation>
    </message>
    <message>
        <source>no measurable change</source>
        <translation>keine messbare Änderung</translation>
    </message>
    <message>
        <source>no record: it came with the case</source>
        <translation>keine Aufzeichnung: Es kam mit dem Fall</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>not checked: %1</source>
        <translation>nicht geprüft: %1</translation>
    </message>
    <message>
        <source>not computed: it does not touch the liver</source>
        <translation>nicht berechnet: Sie berührt die Leber nicht</translation>
    </message>
    <message>
        <source>not computed: no lesion to cover</source>
        <translation>nicht berechnet: keine Läsion zu decken</translation>
    </message>
    <message>
        <source>not computed: no liver was chosen</source>
        <translation>nicht berechnet: Keine Leber wurde gewählt</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>number of slices</source>
        <translation>Anzahl der Schichten</translation>
    </message>
    <message>
        <source>of split and inputs, above %1 mmHg; no probability of harm</source>
        <translation>von Aufteilung und Eingaben, über %1 mmHg; keine Wahrscheinlichkeit eines Schadens</translation>
    </message>
    <message>
        <source>of the liver without lesions</source>
        <translation>der Leber ohne Läsionen</translation>
    </message>
    <message>
        <source>of the skin that faces the target, on the map</source>
        <translation>der Haut, die dem Ziel zugewandt ist, auf der Karte</translation>
    </message>
    <message>
        <source>one of: %1</source>
        <translation>eines von: %1</translation>
    </message>
    <message>
        <source>patient's id</source>
        <translation>Patientenkennung</translation>
    </message>
    <message>
        <source>patient's name</source>
        <translation>Patientenname</translation>
    </message>
    <message>
        <source>pixel spacing</source>
        <translation>Pixelabstand</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>registration</source>
        <translation>Registrierung</translation>
    </message>
    <message>
        <source>removed; farther than %1 mm from the cut</source>
        <translation>entfernt; weiter als %1 mm vom Schnitt</translation>
    </message>
    <message>
        <source>running it again failed: %1</source>
        <translation>der erneute Lauf schlug fehl: %1</translation>
    </message>
    <message>
        <source>series description</source>
        <translation>Serienbeschreibung</translation>
    </message>
    <message>
        <source>slice size</source>
        <translation>Schichtgröße</translation>
    </message>
    <message>
        <source>slice spacing</source>
        <translation>Schichtabstand</translation>
    </message>
    <message>
        <source>stack</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>standardised remnant, by the formula of %1</source>
        <translation>standardisierter Rest, nach der Formel von %1</translation>
    </message>
    <message>
        <source>study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>study date</source>
        <translation>Studiendatum</translation>
    </message>
    <message>
        <source>study description</source>
        <translation>Studienbeschreibung</translation>
    </message>
    <message>
        <source>study time</source>
        <translation>Studienzeit</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>the cut goes through it</source>
        <translation>der Schnitt geht hindurch</translation>
    </message>
    <message>
        <source>the id of a %1</source>
        <translation>eine Kennung für: %1</translation>
    </message>
    <message>
        <source>the path never enters the liver</source>
        <translation>der Weg tritt nie in die Leber ein</translation>
    </message>
    <message>
        <source>the path touches it</source>
        <translation>der Weg berührt sie</translation>
    </message>
    <message>
        <source>thing of the case</source>
        <translation>Objekt des Falls</translation>
    </message>
    <message>
        <source>three numbers in mm, x,y,z (LPS)</source>
        <translation>drei Zahlen in mm, x,y,z (LPS)</translation>
    </message>
    <message>
        <source>time point</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>trigger time</source>
        <translation>Triggerzeit</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>without lesions that remain</source>
        <translation>ohne Läsionen, die bleiben</translation>
    </message>
    <message>
        <source>The selection</source>
        <translation>Die Auswahl</translation>
    </message>
    <message>
        <source>The region</source>
        <translation>Der Bereich</translation>
    </message>
    <message>
        <source>Another structure</source>
        <translation>Eine andere Struktur</translation>
    </message>
    <message>
        <source>unknown object</source>
        <translation>unbekanntes Objekt</translation>
    </message>
    <message>
        <source>The image</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>Datum unbekannt</translation>
    </message>
    <message>
        <source>%1 % of lesion and margin lie in no zone on a feasible path.</source>
        <translation>%1 % von Läsion und Sicherheitsrand liegen in keiner Zone auf einem zulässigen Weg.</translation>
    </message>
    <message>
        <source>%1 path that the map allows breaks a limit when measured exactly and was left out.</source>
        <translation>%1 Weg, den die Karte erlaubt, verletzt genau gemessen einen Grenzwert und wurde weggelassen.</translation>
    </message>
    <message>
        <source>%1 paths that the map allows break a limit when measured exactly and were left out.</source>
        <translation>%1 Wege, die die Karte erlaubt, verletzen genau gemessen einen Grenzwert und wurden weggelassen.</translation>
    </message>
    <message>
        <source>%1 zones are not enough: %2 % of lesion and margin, which others would reach, stay unheated.</source>
        <translation>%1 Zonen reichen nicht: %2 % von Läsion und Sicherheitsrand, die andere erreichen würden, bleiben kalt.</translation>
    </message>
    <message>
        <source>'%1' is approved and would be replaced.</source>
        <translation>„%1“ ist freigegeben und würde ersetzt.</translation>
    </message>
    <message>
        <source>A candidate of the cover has another size or no cost.</source>
        <translation>Ein Kandidat der Überdeckung hat eine andere Größe oder keine Kosten.</translation>
    </message>
    <message>
        <source>A choice of this planner</source>
        <translation>Eine Wahl dieses Planers</translation>
    </message>
    <message>
        <source>Allow more zones, or take a larger one.</source>
        <translation>Mehr Zonen erlauben oder eine größere nehmen.</translation>
    </message>
    <message>
        <source>Choose another id for the result, or take the approval back.</source>
        <translation>Eine andere Kennung für das Ergebnis wählen oder die Freigabe zurücknehmen.</translation>
    </message>
    <message>
        <source>Choose another position of the patient or needle, or change a limit and say why.</source>
        <translation>Eine andere Lage des Patienten oder eine andere Nadel wählen oder einen Grenzwert ändern und begründen.</translation>
    </message>
    <message>
        <source>Cover a lesion with heated zones</source>
        <translation>Eine Läsion mit erhitzten Zonen decken</translation>
    </message>
    <message>
        <source>Fewer zones may do: the search was ended before it was proven that none is better.</source>
        <translation>Vielleicht genügen weniger Zonen: Die Suche wurde beendet, bevor bewiesen war, dass keine besser ist.</translation>
    </message>
    <message>
        <source>Finds the fewest zones on feasible needle paths that heat a lesion and its margin.</source>
        <translation>Findet die wenigsten Zonen auf zulässigen Nadelwegen, die eine Läsion und ihren Sicherheitsrand erhitzen.</translation>
    </message>
    <message>
        <source>Heated zones</source>
        <translation>Erhitzte Zonen</translation>
    </message>
    <message>
        <source>Id of the result to make or replace; the plans of the zones are called cover-1-1 and so on.</source>
        <translation>Kennung des Ergebnisses, das erstellt oder ersetzt wird; die Pläne der Zonen heißen cover-1-1 und so weiter.</translation>
    </message>
    <message>
        <source>More are not planned, and the result says so.</source>
        <translation>Mehr werden nicht geplant, und das Ergebnis sagt es.</translation>
    </message>
    <message>
        <source>Needles</source>
        <translation>Nadeln</translation>
    </message>
    <message>
        <source>No needle path from the skin keeps all limits.</source>
        <translation>Kein Nadelweg von der Haut hält alle Grenzwerte ein.</translation>
    </message>
    <message>
        <source>No needle path keeps all limits when it is measured exactly.</source>
        <translation>Kein Nadelweg hält genau gemessen alle Grenzwerte ein.</translation>
    </message>
    <message>
        <source>Of the lattice of targets that are tried: the closer, the more are tried.</source>
        <translation>Des Rasters der Ziele, die versucht werden: je enger, desto mehr.</translation>
    </message>
    <message>
        <source>One needle may heat several zones along its path, one after the other.</source>
        <translation>Eine Nadel darf auf ihrem Weg nacheinander mehrere Zonen erhitzen.</translation>
    </message>
    <message>
        <source>Pull a needle back</source>
        <translation>Eine Nadel zurückziehen</translation>
    </message>
    <message>
        <source>Spacing of the targets</source>
        <translation>Abstand der Ziele</translation>
    </message>
    <message>
        <source>Targets are tried on a lattice within the lesion and its margin. From each the best path of the skin that keeps all limits is taken, and with it the device's zone about the needle; with pulling back also zones nearer to the entry on the same path, which one needle heats one after the other. Of these candidates the fewest that together heat every place are chosen, zones and needles counted together (a further needle as so many zones as is set), and of equally many those that heat the least healthy liver: first greedily, then by branch and bound, until it is proven that none is better or the search was long enough; the result says which. Needles that would come too near to each other are not chosen together. Each chosen path is measured at full resolution; one that breaks a limit there is left out and the choice made anew. Every zone becomes a puncture plan of its own; liver.ablation tells more of them together.

Sources: trajectories and ablations counted together, Ren 2014 (IEEE J Biomed Health Inform 18:920, PMC4113118); greedy set cover is within ln n of the fewest (Chvatal 1979, Math Oper Res 4:233).

Limits: places are a lattice of some 4000, with zones made smaller by half its spacing; the least margin and the shares are those of all voxels. One zone does nothing to the next, vessels do not cool. Charts from healthy animal liver do not predict patients. Research and teaching only, not for clinical use.</source>
        <translation>Ziele werden auf einem Raster in der Läsion und ihrem Sicherheitsrand versucht. Von jedem wird der beste Weg von der Haut genommen, der alle Grenzwerte einhält, und mit ihm die Zone des Geräts um die Nadel; mit Zurückziehen auch Zonen näher am Eintritt auf demselben Weg, die eine Nadel nacheinander erhitzt. Von diesen Kandidaten werden die wenigsten gewählt, die zusammen jeden Ort erhitzen, Zonen und Nadeln zusammen gezählt (eine weitere Nadel wie so viele Zonen, wie eingestellt ist), und von gleich vielen die, welche am wenigsten gesunde Leber erhitzen: zuerst gierig, dann durch Verzweigen und Beschränken, bis bewiesen ist, dass keine besser sind, oder die Suche lang genug war; das Ergebnis sagt, was davon gilt. Nadeln, die einander zu nahe kämen, werden nicht zusammen gewählt. Jeder gewählte Weg wird in voller Auflösung gemessen; einer, der dort einen Grenzwert verletzt, wird weggelassen und neu gewählt. Jede Zone wird ein eigener Punktionsplan; liver.ablation sagt mehr über alle zusammen.

Quellen: Wege und Ablationen zusammen gezählt, Ren 2014 (IEEE J Biomed Health Inform 18:920, PMC4113118); die gierige Mengenüberdeckung liegt innerhalb ln n der kleinsten (Chvatal 1979, Math Oper Res 4:233).

Grenzen: Die Orte sind ein Raster von etwa 4000, wobei die Zonen um die Hälfte seines Abstands kleiner gerechnet werden; der kleinste Rand und die Anteile sind die aller Voxel. Eine Zone wirkt nicht auf die nächste, Gefäße kühlen nicht. Tabellen aus gesunder Tierleber sagen nichts über Patienten voraus. Nur für Forschung und Lehre, nicht für den klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>Try targets closer together, another position of the patient, or a larger zone.</source>
        <translation>Engere Ziele, eine andere Lage des Patienten oder eine größere Zone versuchen.</translation>
    </message>
    <message>
        <source>Try targets farther apart for a proof.</source>
        <translation>Für einen Beweis weiter auseinander liegende Ziele versuchen.</translation>
    </message>
    <message>
        <source>What shall be heated, with the margin around it.</source>
        <translation>Was erhitzt werden soll, mit dem Sicherheitsrand darum.</translation>
    </message>
    <message>
        <source>Zones at most</source>
        <translation>Höchstens so viele Zonen</translation>
    </message>
    <message>
        <source>not proven to be the fewest</source>
        <translation>nicht bewiesen, dass es die wenigsten sind</translation>
    </message>
    <message>
        <source>proven: no choice of these candidates has less of zones and needles</source>
        <translation>bewiesen: keine Wahl dieser Kandidaten hat weniger an Zonen und Nadeln</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>%1 (%2): there is no '%3'; there are: %4.</source>
        <translation>%1 (%2): '%3' gibt es nicht; es gibt: %4.</translation>
    </message>
    <message>
        <source>'%1' needs a value and a known unit.</source>
        <translation>'%1' braucht einen Wert und eine bekannte Einheit.</translation>
    </message>
    <message>
        <source>'id' may hold small letters, digits, '-' and '.'.</source>
        <translation>'id' darf Kleinbuchstaben, Ziffern, '-' und '.' enthalten.</translation>
    </message>
    <message>
        <source>12 min</source>
        <translation>12 min</translation>
    </message>
    <message>
        <source>150 W, 8 min</source>
        <translation>150 W, 8 min</translation>
    </message>
    <message>
        <source>24 min</source>
        <translation>24 min</translation>
    </message>
    <message>
        <source>; device: %1</source>
        <translation>; Gerät: %1</translation>
    </message>
    <message>
        <source>A cut through points needs at least three of them.</source>
        <translation>Ein Schnitt durch Punkte braucht mindestens drei.</translation>
    </message>
    <message>
        <source>A point of the cut is not finite.</source>
        <translation>Ein Punkt des Schnitts ist nicht endlich.</translation>
    </message>
    <message>
        <source>By a plane, a surface through points, or along the territory of a portal branch.</source>
        <translation>Mit einer Ebene, einer Fläche durch Punkte oder entlang des Gebiets eines Pfortaderasts.</translation>
    </message>
    <message>
        <source>Check the file: 'pollux list devices' names it.</source>
        <translation>Die Datei prüfen: 'pollux list devices' nennt sie.</translation>
    </message>
    <message>
        <source>Check the folder's permissions and the space on the disk.</source>
        <translation>Die Rechte des Ordners und den Platz auf dem Datenträger prüfen.</translation>
    </message>
    <message>
        <source>Choose another id.</source>
        <translation>Eine andere Kennung wählen.</translation>
    </message>
    <message>
        <source>Choose the device again, or leave it empty.</source>
        <translation>Das Gerät noch einmal wählen oder leer lassen.</translation>
    </message>
    <message>
        <source>Cut by a plane or a surface.</source>
        <translation>Mit einer Ebene oder Fläche schneiden.</translation>
    </message>
    <message>
        <source>Cuts the liver by a plane, a surface or along a portal territory and measures what remains.</source>
        <translation>Schneidet die Leber mit einer Ebene, einer Fläche oder entlang eines Pfortadergebiets und misst, was bleibt.</translation>
    </message>
    <message>
        <source>Device table '%1': %2</source>
        <translation>Gerätetabelle '%1': %2</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>Ausfüllen.</translation>
    </message>
    <message>
        <source>Hines-Peralta 2006 (Radiology 239:94): 6.5 x 5.7 cm in vivo, 12.3 x 7.6 cm ex vivo; from memory.</source>
        <translation>Hines-Peralta 2006 (Radiology 239:94): 6.5 x 5.7 cm in vivo, 12.3 x 7.6 cm ex vivo; aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>It has no figures.</source>
        <translation>Es hat keine Werte.</translation>
    </message>
    <message>
        <source>It has no list 'devices'.</source>
        <translation>Es hat keine Liste 'devices'.</translation>
    </message>
    <message>
        <source>It has too many entries.</source>
        <translation>Es hat zu viele Einträge.</translation>
    </message>
    <message>
        <source>Mend this entry of the file, or remove it.</source>
        <translation>Diesen Eintrag der Datei berichtigen oder entfernen.</translation>
    </message>
    <message>
        <source>Microwave 2.45 GHz, applicator of 5.7 mm</source>
        <translation>Mikrowelle 2.45 GHz, Applikator von 5.7 mm</translation>
    </message>
    <message>
        <source>Move one, or take it away.</source>
        <translation>Einen verschieben oder wegnehmen.</translation>
    </message>
    <message>
        <source>Nothing to do, or enter the device with its source.</source>
        <translation>Nichts zu tun, oder das Gerät mit seiner Quelle eingeben.</translation>
    </message>
    <message>
        <source>Of plane or surface along the normal, towards what is removed.</source>
        <translation>Von Ebene oder Fläche entlang der Normalen, zum Entfernten hin.</translation>
    </message>
    <message>
        <source>PMC3655292: 115.1 mL ex vivo, as a ball; the factor 0.69 is that of other electrodes (PMC4628443), taken over here by choice.</source>
        <translation>PMC3655292: 115.1 mL ex vivo, als Kugel; der Faktor 0.69 ist der anderer Elektroden (PMC4628443), hier frei übernommen.</translation>
    </message>
    <message>
        <source>PMC3655292: 68.1 mL ex vivo, as a ball; the factor 0.69 is that of other electrodes (PMC4628443), taken over here by choice.</source>
        <translation>PMC3655292: 68.1 mL ex vivo, als Kugel; der Faktor 0.69 ist der anderer Elektroden (PMC4628443), hier frei übernommen.</translation>
    </message>
    <message>
        <source>PMC3655292: 92.0 mL ex vivo, as a ball; the factor 0.69 is that of other electrodes (PMC4628443), taken over here by choice.</source>
        <translation>PMC3655292: 92.0 mL ex vivo, als Kugel; der Faktor 0.69 ist der anderer Elektroden (PMC4628443), hier frei übernommen.</translation>
    </message>
    <message>
        <source>PMC4628443: 10.26 mL (standard deviation 2.28) in vivo, 29.61 mL ex vivo; the half axes are those of the ball of that volume.</source>
        <translation>PMC4628443: 10.26 mL (Standardabweichung 2.28) in vivo, 29.61 mL ex vivo; die Halbachsen sind die der Kugel dieses Volumens.</translation>
    </message>
    <message>
        <source>PMC4628443: 7.79 mL (standard deviation 1.68) in vivo, 23.86 mL ex vivo; the half axes are those of the ball of that volume.</source>
        <translation>PMC4628443: 7.79 mL (Standardabweichung 1.68) in vivo, 23.86 mL ex vivo; die Halbachsen sind die der Kugel dieses Volumens.</translation>
    </message>
    <message>
        <source>Points of the surface</source>
        <translation>Punkte der Fläche</translation>
    </message>
    <message>
        <source>Radiofrequency, internally cooled electrode of 15 G</source>
        <translation>Radiofrequenz, innen gekühlte Elektrode von 15 G</translation>
    </message>
    <message>
        <source>Radiofrequency, internally cooled electrode of 17 G</source>
        <translation>Radiofrequenz, innen gekühlte Elektrode von 17 G</translation>
    </message>
    <message>
        <source>Radiofrequency, three electrodes one after the other</source>
        <translation>Radiofrequenz, drei Elektroden nacheinander</translation>
    </message>
    <message>
        <source>Radiofrequency, three electrodes, dual switching</source>
        <translation>Radiofrequenz, drei Elektroden, doppelt umgeschaltet</translation>
    </message>
    <message>
        <source>Radiofrequency, three electrodes, switching</source>
        <translation>Radiofrequenz, drei Elektroden, umgeschaltet</translation>
    </message>
    <message>
        <source>Set at most 300.</source>
        <translation>Höchstens 300 setzen.</translation>
    </message>
    <message>
        <source>Set further points beside it.</source>
        <translation>Weitere Punkte daneben setzen.</translation>
    </message>
    <message>
        <source>Set further points on the cut.</source>
        <translation>Weitere Punkte auf dem Schnitt setzen.</translation>
    </message>
    <message>
        <source>Set it again.</source>
        <translation>Noch einmal setzen.</translation>
    </message>
    <message>
        <source>Sets the heated zone to what was measured with this device; the fields below may be changed afterwards.</source>
        <translation>Setzt die erhitzte Zone auf das, was mit diesem Gerät gemessen wurde; die Felder darunter lassen sich danach ändern.</translation>
    </message>
    <message>
        <source>The cut has too many points.</source>
        <translation>Der Schnitt hat zu viele Punkte.</translation>
    </message>
    <message>
        <source>The cut lies too far from the liver.</source>
        <translation>Der Schnitt liegt zu weit von der Leber.</translation>
    </message>
    <message>
        <source>The direction to what is removed lies within the cut.</source>
        <translation>Die Richtung zum Entfernten liegt im Schnitt.</translation>
    </message>
    <message>
        <source>The heated zone was changed by hand: its figures are not those of the device.</source>
        <translation>Die erhitzte Zone wurde von Hand geändert: ihre Werte sind nicht die des Geräts.</translation>
    </message>
    <message>
        <source>The id '%1' is already taken.</source>
        <translation>Die Kennung '%1' ist schon vergeben.</translation>
    </message>
    <message>
        <source>The points of the cut lie in one line.</source>
        <translation>Die Punkte des Schnitts liegen auf einer Geraden.</translation>
    </message>
    <message>
        <source>The table of devices here does not have '%1'; the zone's figures are kept.</source>
        <translation>Die Gerätetabelle hier kennt '%1' nicht; die Werte der Zone bleiben.</translation>
    </message>
    <message>
        <source>The table of your own devices cannot be read.</source>
        <translation>Die Tabelle der eigenen Geräte lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The table of your own devices cannot be written.</source>
        <translation>Die Tabelle der eigenen Geräte lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The territory of a branch cannot be shifted.</source>
        <translation>Das Gebiet eines Asts lässt sich nicht verschieben.</translation>
    </message>
    <message>
        <source>Turn the normal away from the cut.</source>
        <translation>Die Normale vom Schnitt weg drehen.</translation>
    </message>
    <message>
        <source>Two points of the cut lie above each other.</source>
        <translation>Zwei Punkte des Schnitts liegen übereinander.</translation>
    </message>
    <message>
        <source>Which the cut goes through, at least three (LPS); only for a surface.</source>
        <translation>Durch die der Schnitt geht, mindestens drei (LPS); nur für eine Fläche.</translation>
    </message>
    <message>
        <source>as in the source</source>
        <translation>wie in der Quelle</translation>
    </message>
    <message>
        <source>ex vivo, made smaller for a patient</source>
        <translation>ex vivo, für Patienten verkleinert</translation>
    </message>
    <message>
        <source>in vivo</source>
        <translation>in vivo</translation>
    </message>
    <message>
        <source>surface through points</source>
        <translation>Fläche durch Punkte</translation>
    </message>
    <message>
        <source>A pair of needles that are too near is no pair.</source>
        <translation>Ein Paar von Nadeln, die sich zu nahe sind, ist kein Paar.</translation>
    </message>
    <message>
        <source>Name two different lines.</source>
        <translation>Nennen Sie zwei verschiedene Linien.</translation>
    </message>
    <message>
        <source>What one more needle counts is no number of 0 or more.</source>
        <translation>Was eine weitere Nadel zählt, ist keine Zahl ab 0.</translation>
    </message>
    <message>
        <source>Give 0 where needles do not count.</source>
        <translation>Geben Sie 0 an, wo Nadeln nicht zählen.</translation>
    </message>
    <message>
        <source>A further needle counts as</source>
        <translation>Eine weitere Nadel zählt wie</translation>
    </message>
    <message>
        <source>So many zones: with 0 the fewest zones are taken, however many needles they need; the more it is, the sooner a needle is pulled back instead.</source>
        <translation>So viele Zonen: Bei 0 werden die wenigsten Zonen genommen, gleich wie viele Nadeln sie brauchen; je mehr es sind, desto eher wird stattdessen eine Nadel zurückgezogen.</translation>
    </message>
    <message>
        <source>1, after Ren 2014 (PMC4113118), where both weigh alike</source>
        <translation>1, nach Ren 2014 (PMC4113118), wo beide gleich viel wiegen</translation>
    </message>
    <message>
        <source>Distance between needles</source>
        <translation>Abstand der Nadeln</translation>
    </message>
    <message>
        <source>Smallest distance between the axes of two needles within the body, where they are in at the same time; 0 where one is set after the other.</source>
        <translation>Kleinster Abstand der Achsen zweier Nadeln im Körper, wo sie gleichzeitig liegen; 0, wo eine nach der anderen gesetzt wird.</translation>
    </message>
    <message>
        <source>No source: a choice of this planner, so that two needles do not touch. Devices that heat together have distances of their own: use the data sheet.</source>
        <translation>Keine Quelle: eine Wahl dieses Planers, damit zwei Nadeln sich nicht berühren. Geräte, die gemeinsam heizen, haben eigene Abstände: Nehmen Sie das Datenblatt.</translation>
    </message>
    <message>
        <source>least, between the needles of '%1' and '%2'</source>
        <translation>kleinster, zwischen den Nadeln von '%1' und '%2'</translation>
    </message>
    <message>
        <source>The needles of '%1' and '%2' come as near as %3 mm to each other, less than %4 mm.</source>
        <translation>Die Nadeln von '%1' und '%2' kommen sich bis auf %3 mm nahe, weniger als %4 mm.</translation>
    </message>
    <message>
        <source>Set one after the other, or move one of them.</source>
        <translation>Setzen Sie eine nach der anderen, oder verschieben Sie eine von ihnen.</translation>
    </message>
    <message>
        <source>No choice of needles that keeps them %1 mm apart heats all: %2 % of lesion and margin stay unheated.</source>
        <translation>Keine Wahl von Nadeln, die %1 mm Abstand halten, erhitzt alles: %2 % von Läsion und Rand bleiben kalt.</translation>
    </message>
    <message>
        <source>Let needles be nearer to each other, set them one after the other (0 mm), or try targets closer together.</source>
        <translation>Lassen Sie Nadeln einander näher sein, setzen Sie sie nacheinander (0 mm), oder versuchen Sie dichtere Ziele.</translation>
    </message>
    <message>
        <source>Says how far the zones of one or several needles reach beyond the lesion, what else they heat, and how near the needles come to each other.</source>
        <translation>Sagt, wie weit die Zonen einer oder mehrerer Nadeln über die Läsion hinausreichen, was sie sonst erhitzen und wie nahe die Nadeln einander kommen.</translation>
    </message>
    <message>
        <source>Fat fraction map</source>
        <translation>Karte des Fettanteils</translation>
    </message>
    <message>
        <source>Of the liver in percent, from 'Measure fat fraction'; empty: not known.</source>
        <translation>Der Leber in Prozent, aus 'Fettanteil messen'; leer: nicht bekannt.</translation>
    </message>
    <message>
        <source>Fat fraction of a steatotic liver</source>
        <translation>Fettanteil einer verfetteten Leber</translation>
    </message>
    <message>
        <source>From this mean proton density fat fraction on, the liver counts as one with moderate or severe steatosis, and the limit for what must remain of such a liver holds.</source>
        <translation>Ab diesem mittleren Fettanteil (Protonendichte) gilt die Leber als mäßig oder stark verfettet, und die Grenze dafür, was von einer solchen Leber bleiben muss, gilt.</translation>
    </message>
    <message>
        <source>Tang 2013 (Radiology 267:422, PMC3632805): 17.4 percent told grade 2 or more from less, area under the curve 0.825 (table 1 of PMC5124376)</source>
        <translation>Tang 2013 (Radiology 267:422, PMC3632805): 17,4 Prozent trennten Grad 2 und mehr von weniger, Fläche unter der Kurve 0,825 (Tabelle 1 von PMC5124376)</translation>
    </message>
    <message>
        <source>Least remnant of a steatotic liver</source>
        <translation>Kleinster Rest einer verfetteten Leber</translation>
    </message>
    <message>
        <source>Smallest share of the total liver volume that must remain of a liver with moderate or severe steatosis.</source>
        <translation>Kleinster Anteil am gesamten Lebervolumen, der von einer mäßig oder stark verfetteten Leber bleiben muss.</translation>
    </message>
    <message>
        <source>From memory of surgical practice. Late regeneration was less where 30 percent of the cells or more held fat (88 patients, doi 10.1111/liv.12089, abstract read).</source>
        <translation>Aus der Erinnerung an chirurgische Praxis. Die späte Regeneration war geringer, wo 30 Prozent der Zellen oder mehr Fett enthielten (88 Patienten, doi 10.1111/liv.12089, Zusammenfassung gelesen).</translation>
    </message>
    <message>
        <source>Fat fraction of the liver</source>
        <translation>Fettanteil der Leber</translation>
    </message>
    <message>
        <source>not used: '%1' has values for %2 % of the liver only</source>
        <translation>nicht verwendet: '%1' hat nur für %2 % der Leber Werte</translation>
    </message>
    <message>
        <source>mean of '%1' without lesions, spread %2 %, known in %3 % of the liver</source>
        <translation>Mittel von '%1' ohne Läsionen, Streuung %2 %, bekannt in %3 % der Leber</translation>
    </message>
    <message>
        <source>The fat fraction map '%1' has values for %2 % of the liver only and was not used.</source>
        <translation>Die Karte des Fettanteils '%1' hat nur für %2 % der Leber Werte und wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>Check that it shows this liver in the same place.</source>
        <translation>Prüfen Sie, ob sie diese Leber am selben Ort zeigt.</translation>
    </message>
    <message>
        <source>The liver holds %1 % fat, as in moderate or severe steatosis: at least %2 % are held to be needed.</source>
        <translation>Die Leber enthält %1 % Fett, wie bei mäßiger oder starker Verfettung: Mindestens %2 % gelten als nötig.</translation>
    </message>
    <message>
        <source>Look at the map: iron and artefacts change it too. A biopsy decides.</source>
        <translation>Sehen Sie die Karte an: Auch Eisen und Artefakte verändern sie. Eine Biopsie entscheidet.</translation>
    </message>
    <message>
        <source>'%1' is no map of the fat fraction in percent.</source>
        <translation>'%1' ist keine Karte des Fettanteils in Prozent.</translation>
    </message>
    <message>
        <source>Choose one that was made by 'Measure fat fraction', or none.</source>
        <translation>Wählen Sie eine, die mit 'Fettanteil messen' entstand, oder keine.</translation>
    </message>
    <message>
        <source>'%1' and the images of the liver have different frames of reference.</source>
        <translation>'%1' und die Bilder der Leber haben verschiedene Bezugssysteme.</translation>
    </message>
    <message>
        <source>Register them and carry the liver over, or leave the map out.</source>
        <translation>Registrieren Sie sie und übertragen Sie die Leber, oder lassen Sie die Karte weg.</translation>
    </message>
    <message>
        <source>The case has a fat fraction map, '%1', that is not used.</source>
        <translation>Der Fall hat eine Karte des Fettanteils, '%1', die nicht verwendet wird.</translation>
    </message>
    <message>
        <source>Choose it to let the fat decide on what must remain.</source>
        <translation>Wählen Sie sie, damit das Fett darüber mitentscheidet, was bleiben muss.</translation>
    </message>
    <message>
        <source>Of the field, in voxels of a level: a step is smoothed by a Gaussian of twice as much, all the way so far by one of 0.3 times as much.</source>
        <translation>Des Feldes, in Voxeln einer Stufe: Ein Schritt wird mit einer doppelt so breiten Gaußkurve geglättet, der ganze bisherige Weg mit einer 0,3-mal so breiten.</translation>
    </message>
    <message>
        <source>No choice of needles was found that keeps them %1 mm apart and heats all: %2 % of lesion and margin stay unheated.</source>
        <translation>Es wurde keine Wahl von Nadeln gefunden, die %1 mm Abstand halten und alles erhitzen: %2 % von Läsion und Rand bleiben kalt.</translation>
    </message>
    <message>
        <source>%1 % of the implant lies outside the image.</source>
        <translation>%1 % des Implantats liegen außerhalb des Bildes.</translation>
    </message>
    <message>
        <source>%1 mL of bone hang on nothing and were left out.</source>
        <translation>%1 mL Knochen hängen an nichts und wurden weggelassen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has neither a mask nor a centreline.</source>
        <translation>&apos;%1&apos; hat weder eine Maske noch eine Mittellinie.</translation>
    </message>
    <message>
        <source>0.3, usual, from memory</source>
        <translation>0.3, üblich, aus dem Gedächtnis</translation>
    </message>
    <message>
        <source>1.5 mm, practice of planning programs, from memory.</source>
        <translation>1.5 mm, Gebrauch von Planungsprogrammen, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>1.5 to 2 mm of buccal plate (1.8 mm: Spray 2000), from memory.</source>
        <translation>1.5 bis 2 mm bukkale Lamelle (1.8 mm: Spray 2000), aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>1.5 to 2 mm, teaching pages.</source>
        <translation>1.5 bis 2 mm, Lehrseiten.</translation>
    </message>
    <message>
        <source>100 N, usual in studies, from memory</source>
        <translation>100 N, in Studien üblich, aus dem Gedächtnis</translation>
    </message>
    <message>
        <source>20 to 30 degrees, usual in studies, from memory</source>
        <translation>20 bis 30 Grad, in Studien üblich, aus dem Gedächtnis</translation>
    </message>
    <message>
        <source>3 mm, teaching pages.</source>
        <translation>3 mm, Lehrseiten.</translation>
    </message>
    <message>
        <source>A Young&apos;s modulus is below 0 or not a number.</source>
        <translation>Ein Elastizitätsmodul liegt unter 0 oder ist keine Zahl.</translation>
    </message>
    <message>
        <source>A choice</source>
        <translation>Eine Wahl</translation>
    </message>
    <message>
        <source>A choice, in place of your scanner&apos;s phantom</source>
        <translation>Eine Wahl, anstelle des Phantoms Ihres Scanners</translation>
    </message>
    <message>
        <source>A choice; look at the image&apos;s own values</source>
        <translation>Eine Wahl; sehen Sie sich die Werte des Bildes an</translation>
    </message>
    <message>
        <source>A circle needs three corners or more.</source>
        <translation>Ein Kreis braucht drei Ecken oder mehr.</translation>
    </message>
    <message>
        <source>A law of density needs HU of a calibrated CT; this image holds grey values.</source>
        <translation>Ein Dichtegesetz braucht HU eines kalibrierten CT; dieses Bild enthält Grauwerte.</translation>
    </message>
    <message>
        <source>A load acts where there is nothing that could carry it.</source>
        <translation>Eine Last wirkt, wo nichts ist, das sie tragen könnte.</translation>
    </message>
    <message>
        <source>A load is not a number.</source>
        <translation>Eine Last ist keine Zahl.</translation>
    </message>
    <message>
        <source>A part of the bone hangs on a thread: look at the mask, or take larger cubes.</source>
        <translation>Ein Teil des Knochens hängt an einem Faden: sehen Sie sich die Maske an oder nehmen Sie größere Würfel.</translation>
    </message>
    <message>
        <source>A point of the canal lies outside the image.</source>
        <translation>Ein Punkt des Kanals liegt außerhalb des Bildes.</translation>
    </message>
    <message>
        <source>A smooth curve goes through the points (cubic, centripetal); a tube of the given radius about it becomes the canal, which the distances of an implant are measured to: to its wall, from its centreline and radius, not from voxels.

Limits: the canal lies where the points were set; nothing is found in the image. Where it is seen badly, set the points at its upper wall. Research and teaching only, not for clinical use.</source>
        <translation>Eine glatte Kurve geht durch die Punkte (kubisch, zentripetal); eine Röhre vom gegebenen Radius um sie wird der Kanal, zu dem die Abstände eines Implantats gemessen werden: zu seiner Wand, aus Mittellinie und Radius, nicht aus Voxeln.

Grenzen: der Kanal liegt, wo die Punkte gesetzt wurden; im Bild wird nichts gefunden. Wo man ihn schlecht sieht, setzen Sie die Punkte an seine obere Wand. Nur für Forschung und Lehre, nicht für den klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>Above the platform; 0: none.</source>
        <translation>Über der Plattform; 0: keiner.</translation>
    </message>
    <message>
        <source>Angle to the axis</source>
        <translation>Winkel zur Achse</translation>
    </message>
    <message>
        <source>Bone around the implant</source>
        <translation>Knochen um das Implantat</translation>
    </message>
    <message>
        <source>Bone in the model</source>
        <translation>Knochen im Modell</translation>
    </message>
    <message>
        <source>By definition of the limits of strain (Schileo 2014).</source>
        <translation>Nach der Definition der Dehnungsgrenzen (Schileo 2014).</translation>
    </message>
    <message>
        <source>Calibration: g/cm3 (K2HPO4 or ash) in 1000 HU.</source>
        <translation>Kalibrierung: g/cm3 (K2HPO4 oder Asche) bei 1000 HU.</translation>
    </message>
    <message>
        <source>Calibration: g/cm3 at 0 HU.</source>
        <translation>Kalibrierung: g/cm3 bei 0 HU.</translation>
    </message>
    <message>
        <source>Canals</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Cancellous bone</source>
        <translation>Spongiosa</translation>
    </message>
    <message>
        <source>Chance of less than the distance asked for</source>
        <translation>Wahrscheinlichkeit von weniger als dem verlangten Abstand</translation>
    </message>
    <message>
        <source>Chance that the implant touches the canal</source>
        <translation>Wahrscheinlichkeit, dass das Implantat den Kanal berührt</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to and that has room.</source>
        <translation>Wählen Sie einen Ordner, in den Sie schreiben dürfen und der Platz hat.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose one that was made by placing an implant.</source>
        <translation>Wählen Sie einen, der durch Setzen eines Implantats entstand.</translation>
    </message>
    <message>
        <source>Choose the bone that it was placed in.</source>
        <translation>Wählen Sie den Knochen, in den es gesetzt wurde.</translation>
    </message>
    <message>
        <source>Choose the two constants and set the value that splits them.</source>
        <translation>Wählen Sie die zwei Konstanten und setzen Sie den Wert, der sie trennt.</translation>
    </message>
    <message>
        <source>Compute it with smaller cubes before you compare plans by it.</source>
        <translation>Berechnen Sie es mit kleineren Würfeln, bevor Sie Pläne danach vergleichen.</translation>
    </message>
    <message>
        <source>Computed with moduli and loads of the literature, not validated on patients.</source>
        <translation>Berechnet mit Moduln und Lasten aus der Literatur, nicht an Patienten validiert.</translation>
    </message>
    <message>
        <source>Computes by finite elements what a load on a placed implant does to the bone around it.</source>
        <translation>Berechnet mit finiten Elementen, was eine Last auf einem gesetzten Implantat mit dem Knochen um es macht.</translation>
    </message>
    <message>
        <source>Cortical bone</source>
        <translation>Kortikalis</translation>
    </message>
    <message>
        <source>Cortical from</source>
        <translation>Kortikalis ab</translation>
    </message>
    <message>
        <source>Density class D1 above</source>
        <translation>Dichteklasse D1 über</translation>
    </message>
    <message>
        <source>Density class D2 above</source>
        <translation>Dichteklasse D2 über</translation>
    </message>
    <message>
        <source>Density class D3 above</source>
        <translation>Dichteklasse D3 über</translation>
    </message>
    <message>
        <source>Density class D4 above</source>
        <translation>Dichteklasse D4 über</translation>
    </message>
    <message>
        <source>Density of 0 HU</source>
        <translation>Dichte bei 0 HU</translation>
    </message>
    <message>
        <source>Density of 1000 HU</source>
        <translation>Dichte bei 1000 HU</translation>
    </message>
    <message>
        <source>Depth of the thread</source>
        <translation>Tiefe des Gewindes</translation>
    </message>
    <message>
        <source>Diameter at the apex</source>
        <translation>Durchmesser an der Spitze</translation>
    </message>
    <message>
        <source>Edge of the cubes</source>
        <translation>Kante der Würfel</translation>
    </message>
    <message>
        <source>Enter the density of 0 and of 1000 HU from your phantom.</source>
        <translation>Geben Sie die Dichte bei 0 und bei 1000 HU von Ihrem Phantom ein.</translation>
    </message>
    <message>
        <source>Error at the apex, mean</source>
        <translation>Fehler an der Spitze, Mittel</translation>
    </message>
    <message>
        <source>Error at the apex, standard deviation</source>
        <translation>Fehler an der Spitze, Standardabweichung</translation>
    </message>
    <message>
        <source>Error at the platform, mean</source>
        <translation>Fehler an der Plattform, Mittel</translation>
    </message>
    <message>
        <source>Error at the platform, standard deviation</source>
        <translation>Fehler an der Plattform, Standardabweichung</translation>
    </message>
    <message>
        <source>Export the implant as a solid, not as faces.</source>
        <translation>Exportieren Sie das Implantat als Volumenkörper, nicht als Flächen.</translation>
    </message>
    <message>
        <source>From behind to the mental foramen.</source>
        <translation>Von hinten bis zum Foramen mentale.</translation>
    </message>
    <message>
        <source>From platform to apex.</source>
        <translation>Von der Plattform bis zur Spitze.</translation>
    </message>
    <message>
        <source>HU of a calibrated CT</source>
        <translation>HU eines kalibrierten CT</translation>
    </message>
    <message>
        <source>Halved about the implant in the end.</source>
        <translation>Am Implantat zuletzt halbiert.</translation>
    </message>
    <message>
        <source>Height of the abutment</source>
        <translation>Höhe des Abutments</translation>
    </message>
    <message>
        <source>Held nodes</source>
        <translation>Gehaltene Knoten</translation>
    </message>
    <message>
        <source>Hold it at more places.</source>
        <translation>Halten Sie es an mehr Stellen.</translation>
    </message>
    <message>
        <source>How far the apex comes to lie from where it was planned.</source>
        <translation>Wie weit die Spitze von dort zu liegen kommt, wo sie geplant war.</translation>
    </message>
    <message>
        <source>How far the model goes beyond the implant.</source>
        <translation>Wie weit das Modell über das Implantat hinausgeht.</translation>
    </message>
    <message>
        <source>How far the platform comes to lie from where it was planned.</source>
        <translation>Wie weit die Plattform von dort zu liegen kommt, wo sie geplant war.</translation>
    </message>
    <message>
        <source>Implant</source>
        <translation>Implantat</translation>
    </message>
    <message>
        <source>Implant %1 x %2 mm, %3</source>
        <translation>Implantat %1 x %2 mm, %3</translation>
    </message>
    <message>
        <source>Implant (%1)</source>
        <translation>Implantat (%1)</translation>
    </message>
    <message>
        <source>In the CAD model alone.</source>
        <translation>Nur im CAD-Modell.</translation>
    </message>
    <message>
        <source>In the lower jaw, trace the canal first.</source>
        <translation>Zeichnen Sie im Unterkiefer zuerst den Kanal nach.</translation>
    </message>
    <message>
        <source>Largest principal strain over its limit, at the 99th percentile of the bone 0.8 to 1.8 mm from the implant.</source>
        <translation>Größte Hauptdehnung über ihrer Grenze, am 99. Perzentil des Knochens 0.8 bis 1.8 mm vom Implantat.</translation>
    </message>
    <message>
        <source>Least bone around the implant</source>
        <translation>Geringster Knochen um das Implantat</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Look at the bone&apos;s mask if that is much.</source>
        <translation>Sehen Sie sich die Maske des Knochens an, falls das viel ist.</translation>
    </message>
    <message>
        <source>Look at the law that turns grey values into moduli.</source>
        <translation>Sehen Sie sich das Gesetz an, das Grauwerte in Moduln umrechnet.</translation>
    </message>
    <message>
        <source>Look at what CalculiX printed.</source>
        <translation>Sehen Sie sich an, was CalculiX ausgegeben hat.</translation>
    </message>
    <message>
        <source>Lower jaw, cone beam</source>
        <translation>Unterkiefer, Kegelstrahl</translation>
    </message>
    <message>
        <source>Make the model anew.</source>
        <translation>Legen Sie das Modell neu an.</translation>
    </message>
    <message>
        <source>Makes a canal of points that were set along it.</source>
        <translation>Macht einen Kanal aus Punkten, die an ihm entlang gesetzt wurden.</translation>
    </message>
    <message>
        <source>Mandibular canal</source>
        <translation>Mandibularkanal</translation>
    </message>
    <message>
        <source>Mean HU around the implant above which bone counts as D1 (Misch). On calibrated CT only.</source>
        <translation>Mittlere HU um das Implantat, über denen Knochen als D1 zählt (Misch). Nur auf kalibriertem CT.</translation>
    </message>
    <message>
        <source>Mean HU around the implant above which bone counts as D2 (Misch).</source>
        <translation>Mittlere HU um das Implantat, über denen Knochen als D2 zählt (Misch).</translation>
    </message>
    <message>
        <source>Mean HU around the implant above which bone counts as D3 (Misch).</source>
        <translation>Mittlere HU um das Implantat, über denen Knochen als D3 zählt (Misch).</translation>
    </message>
    <message>
        <source>Mean HU around the implant above which bone counts as D4 (Misch), below it as D5.</source>
        <translation>Mittlere HU um das Implantat, über denen Knochen als D4 zählt (Misch), darunter als D5.</translation>
    </message>
    <message>
        <source>Middle of the implant&apos;s upper end, at the crest of the bone.</source>
        <translation>Mitte des oberen Endes des Implantats, am Kamm des Knochens.</translation>
    </message>
    <message>
        <source>Misch&apos;s classes on CT, from memory.</source>
        <translation>Klassen nach Misch auf CT, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Moduli of bone</source>
        <translation>Moduln des Knochens</translation>
    </message>
    <message>
        <source>Move it, turn it, or take a thinner one.</source>
        <translation>Bewegen oder kippen Sie es, oder nehmen Sie ein dünneres.</translation>
    </message>
    <message>
        <source>Move one of them, or take a thinner one.</source>
        <translation>Bewegen Sie eines von ihnen oder nehmen Sie ein dünneres.</translation>
    </message>
    <message>
        <source>Name of the result; its id is made from it.</source>
        <translation>Name des Ergebnisses; seine Kennung wird daraus gebildet.</translation>
    </message>
    <message>
        <source>No canal is given: how near a nerve is, is not known.</source>
        <translation>Kein Kanal ist angegeben: wie nah ein Nerv ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing holds the bone: all of it lies within the region.</source>
        <translation>Nichts hält den Knochen: er liegt ganz innerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>Oblique towards</source>
        <translation>Schräg nach</translation>
    </message>
    <message>
        <source>Of a cylinder.</source>
        <translation>Eines Zylinders.</translation>
    </message>
    <message>
        <source>Of bone and implant.</source>
        <translation>Von Knochen und Implantat.</translation>
    </message>
    <message>
        <source>Of the load against the implant&apos;s axis.</source>
        <translation>Der Last gegen die Achse des Implantats.</translation>
    </message>
    <message>
        <source>On a piece of a jaw 0.5 against 0.25 mm moved the 99th percentile by 5 to 7 % (measured, see README)</source>
        <translation>An einem Stück Kiefer verschoben 0.5 gegen 0.25 mm das 99. Perzentil um 5 bis 7 % (gemessen, siehe README)</translation>
    </message>
    <message>
        <source>On the top millimetre of the implant, towards the bone; below 0 it pulls.</source>
        <translation>Auf den obersten Millimeter des Implantats, zum Knochen hin; unter 0 zieht sie.</translation>
    </message>
    <message>
        <source>Only %1 mm of bone are left around the implant.</source>
        <translation>Nur %1 mm Knochen bleiben um das Implantat.</translation>
    </message>
    <message>
        <source>Over the thread, at the platform.</source>
        <translation>Über dem Gewinde, an der Plattform.</translation>
    </message>
    <message>
        <source>Over the thread.</source>
        <translation>Über dem Gewinde.</translation>
    </message>
    <message>
        <source>Pitch of the thread</source>
        <translation>Steigung des Gewindes</translation>
    </message>
    <message>
        <source>Place a dental implant</source>
        <translation>Zahnimplantat setzen</translation>
    </message>
    <message>
        <source>Place an implant first.</source>
        <translation>Setzen Sie zuerst ein Implantat.</translation>
    </message>
    <message>
        <source>Place it in the bone.</source>
        <translation>Setzen Sie es in den Knochen.</translation>
    </message>
    <message>
        <source>Place it within the image, or load one that shows all of it.</source>
        <translation>Setzen Sie es in das Bild oder laden Sie eines, das es ganz zeigt.</translation>
    </message>
    <message>
        <source>Plan on thinner slices.</source>
        <translation>Planen Sie auf dünneren Schichten.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Platform above the bone</source>
        <translation>Plattform über dem Knochen</translation>
    </message>
    <message>
        <source>Points along the canal</source>
        <translation>Punkte entlang des Kanals</translation>
    </message>
    <message>
        <source>Poisson&apos;s ratio</source>
        <translation>Querkontraktionszahl</translation>
    </message>
    <message>
        <source>Poisson&apos;s ratio must lie between -0.99 and 0.49.</source>
        <translation>Die Querkontraktionszahl muss zwischen -0.99 und 0.49 liegen.</translation>
    </message>
    <message>
        <source>Principal strain of bone in compression at which the failure index is 1.</source>
        <translation>Hauptdehnung des Knochens auf Druck, bei der der Versagensindex 1 ist.</translation>
    </message>
    <message>
        <source>Principal strain of bone in tension at which the failure index is 1.</source>
        <translation>Hauptdehnung des Knochens auf Zug, bei der der Versagensindex 1 ist.</translation>
    </message>
    <message>
        <source>Proposes teeth and lower jaw in a cone-beam image by values: look at both, grey values differ from scanner to scanner.</source>
        <translation>Schlägt Zähne und Unterkiefer in einem Kegelstrahlbild nach Werten vor: sehen Sie sich beide an, Grauwerte sind von Scanner zu Scanner verschieden.</translation>
    </message>
    <message>
        <source>Put it on bone or on the implant.</source>
        <translation>Setzen Sie sie auf Knochen oder auf das Implantat.</translation>
    </message>
    <message>
        <source>Puts an implant into the jaw and says what it keeps away from and what bone is around it.</source>
        <translation>Setzt ein Implantat in den Kiefer und sagt, wovon es sich fernhält und welcher Knochen um es liegt.</translation>
    </message>
    <message>
        <source>Radius of the canal</source>
        <translation>Radius des Kanals</translation>
    </message>
    <message>
        <source>Radius of the tube that is laid about a traced canal.</source>
        <translation>Radius der Röhre, die um einen nachgezeichneten Kanal gelegt wird.</translation>
    </message>
    <message>
        <source>Round them first.</source>
        <translation>Runden Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Schileo 2014: 0.73 % and 1.04 % gave R2 = 0.89 on 14 femora; of the femur, not of the jaw.</source>
        <translation>Schileo 2014: 0.73 % und 1.04 % ergaben R2 = 0.89 an 14 Femora; vom Femur, nicht vom Kiefer.</translation>
    </message>
    <message>
        <source>Set it deeper in the bone.</source>
        <translation>Setzen Sie ihn tiefer in den Knochen.</translation>
    </message>
    <message>
        <source>Set it on the image.</source>
        <translation>Setzen Sie ihn auf das Bild.</translation>
    </message>
    <message>
        <source>Set the platform on the crest of the bone, or give a point towards the apex.</source>
        <translation>Setzen Sie die Plattform auf den Kamm des Knochens oder geben Sie einen Punkt zur Spitze hin an.</translation>
    </message>
    <message>
        <source>Set the platform on the crest of the bone.</source>
        <translation>Setzen Sie die Plattform auf den Kamm des Knochens.</translation>
    </message>
    <message>
        <source>Smallest distance between the surfaces of two implants.</source>
        <translation>Kleinster Abstand zwischen den Oberflächen zweier Implantate.</translation>
    </message>
    <message>
        <source>Smallest distance from the implant&apos;s surface to a tooth or its root.</source>
        <translation>Kleinster Abstand von der Oberfläche des Implantats zu einem Zahn oder seiner Wurzel.</translation>
    </message>
    <message>
        <source>Smallest distance from the implant&apos;s surface to the wall of the canal (not to its middle).</source>
        <translation>Kleinster Abstand von der Oberfläche des Implantats zur Wand des Kanals (nicht zu seiner Mitte).</translation>
    </message>
    <message>
        <source>Smallest thickness of bone beside the implant, along the normals of its side, from 1 mm below the crest on; below 0 the implant comes out.</source>
        <translation>Kleinste Dicke des Knochens neben dem Implantat, entlang der Normalen seiner Seite, ab 1 mm unter dem Kamm; unter 0 tritt das Implantat aus.</translation>
    </message>
    <message>
        <source>Spread of the error at the apex.</source>
        <translation>Streuung des Fehlers an der Spitze.</translation>
    </message>
    <message>
        <source>Spread of the error at the platform.</source>
        <translation>Streuung des Fehlers an der Plattform.</translation>
    </message>
    <message>
        <source>Static guide, 0.97 +/- 0.44 mm (Kaewsiri 2019, RCT, n = 30).</source>
        <translation>Statische Schablone, 0.97 +/- 0.44 mm (Kaewsiri 2019, RCT, n = 30).</translation>
    </message>
    <message>
        <source>Static guide, 0.97 +/- 0.44 mm (Kaewsiri 2019, RCT, n = 30). Free-hand errors are larger.</source>
        <translation>Statische Schablone, 0.97 +/- 0.44 mm (Kaewsiri 2019, RCT, n = 30). Fehler von freier Hand sind größer.</translation>
    </message>
    <message>
        <source>Static guide, 1.28 +/- 0.46 mm (Kaewsiri 2019, RCT, n = 30).</source>
        <translation>Statische Schablone, 1.28 +/- 0.46 mm (Kaewsiri 2019, RCT, n = 30).</translation>
    </message>
    <message>
        <source>Strain failure index</source>
        <translation>Dehnungsversagensindex</translation>
    </message>
    <message>
        <source>Strain failure index, 99th percentile</source>
        <translation>Dehnungsversagensindex, 99. Perzentil</translation>
    </message>
    <message>
        <source>Strain limit in compression</source>
        <translation>Dehnungsgrenze auf Druck</translation>
    </message>
    <message>
        <source>Strain limit in tension</source>
        <translation>Dehnungsgrenze auf Zug</translation>
    </message>
    <message>
        <source>Stress around &apos;%1&apos;</source>
        <translation>Spannung um &apos;%1&apos;</translation>
    </message>
    <message>
        <source>Stress of the bone around an implant</source>
        <translation>Spannung des Knochens um ein Implantat</translation>
    </message>
    <message>
        <source>Stress of the bone, 95th percentile</source>
        <translation>Spannung des Knochens, 95. Perzentil</translation>
    </message>
    <message>
        <source>Stress of the bone, 99th percentile</source>
        <translation>Spannung des Knochens, 99. Perzentil</translation>
    </message>
    <message>
        <source>Surface of the implant in bone</source>
        <translation>Oberfläche des Implantats im Knochen</translation>
    </message>
    <message>
        <source>Take a shorter implant or move it.</source>
        <translation>Nehmen Sie ein kürzeres Implantat oder bewegen Sie es.</translation>
    </message>
    <message>
        <source>Take a smaller part of the bone, or larger cubes.</source>
        <translation>Nehmen Sie ein kleineres Stück des Knochens oder größere Würfel.</translation>
    </message>
    <message>
        <source>Take a wider or longer implant, or less load.</source>
        <translation>Nehmen Sie ein breiteres oder längeres Implantat oder weniger Last.</translation>
    </message>
    <message>
        <source>Take larger cubes, or less bone around the implant.</source>
        <translation>Nehmen Sie größere Würfel oder weniger Knochen um das Implantat.</translation>
    </message>
    <message>
        <source>Take less bone around the implant, or a larger piece of the jaw.</source>
        <translation>Nehmen Sie weniger Knochen um das Implantat oder ein größeres Stück des Kiefers.</translation>
    </message>
    <message>
        <source>Take the result of this very model.</source>
        <translation>Nehmen Sie das Ergebnis genau dieses Modells.</translation>
    </message>
    <message>
        <source>Teeth</source>
        <translation>Zähne</translation>
    </message>
    <message>
        <source>Teeth beside the implant, with their roots; empty: all in the case.</source>
        <translation>Zähne neben dem Implantat, mit ihren Wurzeln; leer: alle im Fall.</translation>
    </message>
    <message>
        <source>The STEP file cannot be read: %1</source>
        <translation>Die STEP-Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The STEP file cannot be written.</source>
        <translation>Die STEP-Datei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The STEP file holds no closed solid.</source>
        <translation>Die STEP-Datei enthält keinen geschlossenen Körper.</translation>
    </message>
    <message>
        <source>The apex is wider than the platform.</source>
        <translation>Die Spitze ist breiter als die Plattform.</translation>
    </message>
    <message>
        <source>The apex must not be wider than the platform, nor the thread deeper than a quarter of the apex.</source>
        <translation>Die Spitze darf nicht breiter sein als die Plattform und das Gewinde nicht tiefer als ein Viertel der Spitze.</translation>
    </message>
    <message>
        <source>The bone has no voxels.</source>
        <translation>Der Knochen hat keine Voxel.</translation>
    </message>
    <message>
        <source>The canal holds no voxel: it is thinner than the image&apos;s voxels.</source>
        <translation>Der Kanal enthält kein Voxel: er ist dünner als die Voxel des Bildes.</translation>
    </message>
    <message>
        <source>The canal needs a name.</source>
        <translation>Der Kanal braucht einen Namen.</translation>
    </message>
    <message>
        <source>The image that moduli come from.</source>
        <translation>Das Bild, aus dem die Moduln kommen.</translation>
    </message>
    <message>
        <source>The image that the values around the implant come from.</source>
        <translation>Das Bild, aus dem die Werte um das Implantat kommen.</translation>
    </message>
    <message>
        <source>The image whose grid the canal is made on.</source>
        <translation>Das Bild, auf dessen Gitter der Kanal gebildet wird.</translation>
    </message>
    <message>
        <source>The image&apos;s voxels are larger than %1 mm: distances of a millimetre cannot be told.</source>
        <translation>Die Voxel des Bildes sind größer als %1 mm: Abstände von einem Millimeter lassen sich nicht sagen.</translation>
    </message>
    <message>
        <source>The implant comes as near as %1 mm to &apos;%2&apos;.</source>
        <translation>Das Implantat kommt &apos;%2&apos; bis auf %1 mm nahe.</translation>
    </message>
    <message>
        <source>The implant comes as near as %1 mm to a tooth.</source>
        <translation>Das Implantat kommt einem Zahn bis auf %1 mm nahe.</translation>
    </message>
    <message>
        <source>The implant comes as near as %1 mm to that of &apos;%2&apos;.</source>
        <translation>Das Implantat kommt dem von &apos;%2&apos; bis auf %1 mm nahe.</translation>
    </message>
    <message>
        <source>The implant comes out of the bone.</source>
        <translation>Das Implantat tritt aus dem Knochen aus.</translation>
    </message>
    <message>
        <source>The implant does not lie in the bone.</source>
        <translation>Das Implantat liegt nicht im Knochen.</translation>
    </message>
    <message>
        <source>The implant is a body of revolution of the measures given, of no maker. Without a point towards the apex its axis goes from the platform to the middle of the bone 0.6 to 1.2 lengths away.

Distances are those between surfaces, sampled every 0.4 mm: to a traced canal from its centreline and radius, to masks from an exact distance map (Felzenszwalb and Huttenlocher 2012), to other implants from their outlines. Bone around the implant is the least thickness beside its side, along its normals, from 1 mm below the crest on, at most 10 mm; below 0 the implant comes out. The crest is where half of a ring of the implant lies in bone.

The chance of contact takes the error that studies of static guides report, its size normal, every direction as likely as any other. The envelope is what 95 of 100 stay within.

Values around the implant are taken up to 1 mm from its side within bone. Classes of density are told for HU of a calibrated CT alone: grey values of a cone-beam scanner are not HU.

Limits: nothing is known of nerve, root or sinus that is not in the case. Research and teaching only, not for clinical use.</source>
        <translation>Das Implantat ist ein Rotationskörper mit den gegebenen Maßen, von keinem Hersteller. Ohne einen Punkt zur Spitze hin geht seine Achse von der Plattform zur Mitte des Knochens in 0.6 bis 1.2 Längen Entfernung.

Abstände sind die zwischen Oberflächen, alle 0.4 mm abgetastet: zu einem nachgezeichneten Kanal aus Mittellinie und Radius, zu Masken aus einer exakten Distanzkarte (Felzenszwalb und Huttenlocher 2012), zu anderen Implantaten aus ihren Umrissen. Knochen um das Implantat ist die kleinste Dicke neben seiner Seite, entlang ihrer Normalen, ab 1 mm unter dem Kamm, höchstens 10 mm; unter 0 tritt das Implantat aus. Der Kamm ist dort, wo die Hälfte eines Rings des Implantats im Knochen liegt.

Die Wahrscheinlichkeit einer Berührung nimmt den Fehler, den Studien statischer Schablonen angeben, seine Größe normalverteilt, jede Richtung gleich wahrscheinlich. Die Hülle ist das, worin 95 von 100 bleiben.

Werte um das Implantat werden bis 1 mm von seiner Seite im Knochen genommen. Dichteklassen werden nur für HU eines kalibrierten CT gesagt: Grauwerte eines Kegelstrahlscanners sind keine HU.

Grenzen: von Nerv, Wurzel oder Kieferhöhle, die nicht im Fall sind, ist nichts bekannt. Nur für Forschung und Lehre, nicht für den klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>The implant leaves the region of the model.</source>
        <translation>Das Implantat verlässt den Bereich des Modells.</translation>
    </message>
    <message>
        <source>The implant lies in &apos;%1&apos;.</source>
        <translation>Das Implantat liegt in &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>The implant was placed in another structure.</source>
        <translation>Das Implantat wurde in eine andere Struktur gesetzt.</translation>
    </message>
    <message>
        <source>The implant&apos;s outline has no size.</source>
        <translation>Der Umriss des Implantats hat keine Größe.</translation>
    </message>
    <message>
        <source>The implant&apos;s outline is not one of a body.</source>
        <translation>Der Umriss des Implantats ist nicht der eines Körpers.</translation>
    </message>
    <message>
        <source>The implant&apos;s pose is not one.</source>
        <translation>Die Lage des Implantats ist keine.</translation>
    </message>
    <message>
        <source>The implants were written to STEP without threads: %1</source>
        <translation>Die Implantate wurden ohne Gewinde in STEP geschrieben: %1</translation>
    </message>
    <message>
        <source>The jaw that takes the implant.</source>
        <translation>Der Kiefer, der das Implantat aufnimmt.</translation>
    </message>
    <message>
        <source>The load pulls the implant out of the bone.</source>
        <translation>Die Last zieht das Implantat aus dem Knochen.</translation>
    </message>
    <message>
        <source>The model cannot be solved: a part of it moves freely.</source>
        <translation>Das Modell ist nicht lösbar: ein Teil davon bewegt sich frei.</translation>
    </message>
    <message>
        <source>The model has no size, or too many cubes.</source>
        <translation>Das Modell hat keine Größe oder zu viele Würfel.</translation>
    </message>
    <message>
        <source>The model would have more than three million cubes.</source>
        <translation>Das Modell hätte mehr als drei Millionen Würfel.</translation>
    </message>
    <message>
        <source>The model&apos;s arrays do not fit its size.</source>
        <translation>Die Felder des Modells passen nicht zu seiner Größe.</translation>
    </message>
    <message>
        <source>The plan with the implant that is loaded.</source>
        <translation>Der Plan mit dem Implantat, das belastet wird.</translation>
    </message>
    <message>
        <source>The platform lies outside the image.</source>
        <translation>Die Plattform liegt außerhalb des Bildes.</translation>
    </message>
    <message>
        <source>The point towards the apex lies at the platform.</source>
        <translation>Der Punkt zur Spitze hin liegt an der Plattform.</translation>
    </message>
    <message>
        <source>The result has a node that the model lacks.</source>
        <translation>Das Ergebnis hat einen Knoten, den das Modell nicht hat.</translation>
    </message>
    <message>
        <source>The result holds no displacements.</source>
        <translation>Das Ergebnis enthält keine Verschiebungen.</translation>
    </message>
    <message>
        <source>The solver was made for a model of another size.</source>
        <translation>Der Löser wurde für ein Modell anderer Größe gemacht.</translation>
    </message>
    <message>
        <source>The strain failure index of the bone is %1: above 1 bone is expected to fail.</source>
        <translation>Der Dehnungsversagensindex des Knochens ist %1: über 1 ist zu erwarten, dass Knochen versagt.</translation>
    </message>
    <message>
        <source>The stress could not be computed to the end.</source>
        <translation>Die Spannung konnte nicht zu Ende berechnet werden.</translation>
    </message>
    <message>
        <source>The stress still moves by %1 % as the cubes are halved.</source>
        <translation>Die Spannung bewegt sich noch um %1 %, wenn die Würfel halbiert werden.</translation>
    </message>
    <message>
        <source>The table of bone materials is malformed.</source>
        <translation>Die Tabelle der Knochenmaterialien ist fehlerhaft.</translation>
    </message>
    <message>
        <source>The thread is deeper than a quarter of the apex.</source>
        <translation>Das Gewinde ist tiefer als ein Viertel der Spitze.</translation>
    </message>
    <message>
        <source>The voxels of the jaw must be 0.2 to 1.5 mm, its noise 0 to 500.</source>
        <translation>Die Voxel des Kiefers müssen 0.2 bis 1.5 mm groß sein, sein Rauschen 0 bis 500.</translation>
    </message>
    <message>
        <source>There are too many different moduli for a deck.</source>
        <translation>Es gibt zu viele verschiedene Moduln für eine Eingabedatei.</translation>
    </message>
    <message>
        <source>There is no bone around the implant.</source>
        <translation>Es gibt keinen Knochen um das Implantat.</translation>
    </message>
    <message>
        <source>There is no bone below the platform.</source>
        <translation>Es gibt keinen Knochen unter der Plattform.</translation>
    </message>
    <message>
        <source>There is no bone beside the implant.</source>
        <translation>Es gibt keinen Knochen neben dem Implantat.</translation>
    </message>
    <message>
        <source>There is no law &apos;%1&apos;.</source>
        <translation>Es gibt kein Gesetz &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>There is no load.</source>
        <translation>Es gibt keine Last.</translation>
    </message>
    <message>
        <source>There is nothing to write.</source>
        <translation>Es gibt nichts zu schreiben.</translation>
    </message>
    <message>
        <source>There must be three forces a node.</source>
        <translation>Es müssen drei Kräfte je Knoten sein.</translation>
    </message>
    <message>
        <source>There must be three values a node.</source>
        <translation>Es müssen drei Werte je Knoten sein.</translation>
    </message>
    <message>
        <source>These measures make no implant.</source>
        <translation>Diese Maße ergeben kein Implantat.</translation>
    </message>
    <message>
        <source>This is no STEP file, or it is damaged.</source>
        <translation>Das ist keine STEP-Datei, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>This plan holds no implant.</source>
        <translation>Dieser Plan enthält kein Implantat.</translation>
    </message>
    <message>
        <source>Titanium, from memory</source>
        <translation>Titan, aus dem Gedächtnis</translation>
    </message>
    <message>
        <source>Towards the apex</source>
        <translation>Zur Spitze hin</translation>
    </message>
    <message>
        <source>Trace the mandibular canal</source>
        <translation>Mandibularkanal nachzeichnen</translation>
    </message>
    <message>
        <source>Two constants, or a law of density (HU of a calibrated CT).</source>
        <translation>Zwei Konstanten oder ein Dichtegesetz (HU eines kalibrierten CT).</translation>
    </message>
    <message>
        <source>Use it to compare plans, not as a prediction.</source>
        <translation>Verwenden Sie es, um Pläne zu vergleichen, nicht als Vorhersage.</translation>
    </message>
    <message>
        <source>Use the file for the pose and the envelope.</source>
        <translation>Verwenden Sie die Datei für die Lage und die Hüllform.</translation>
    </message>
    <message>
        <source>Usual in studies of the jaw, from memory</source>
        <translation>In Studien des Kiefers üblich, aus dem Gedächtnis</translation>
    </message>
    <message>
        <source>Usual in studies of the jaw, from memory (unverified); measured: 7 to 200 MPa (Hindawi JME 2014/470539, verified)</source>
        <translation>In Studien des Kiefers üblich, aus dem Gedächtnis (unverified); gemessen: 7 bis 200 MPa (Hindawi JME 2014/470539, verified)</translation>
    </message>
    <message>
        <source>Value of the image from which bone counts as cortical.</source>
        <translation>Wert des Bildes, ab dem Knochen als Kortikalis zählt.</translation>
    </message>
    <message>
        <source>Values around the implant, mean</source>
        <translation>Werte um das Implantat, Mittel</translation>
    </message>
    <message>
        <source>Values around the implant, spread</source>
        <translation>Werte um das Implantat, Streuung</translation>
    </message>
    <message>
        <source>Values in the apical third</source>
        <translation>Werte im apikalen Drittel</translation>
    </message>
    <message>
        <source>Values in the first 2 mm of bone</source>
        <translation>Werte in den ersten 2 mm des Knochens</translation>
    </message>
    <message>
        <source>Values of the image</source>
        <translation>Werte des Bildes</translation>
    </message>
    <message>
        <source>Way of the load, in micrometres</source>
        <translation>Weg der Last, in Mikrometern</translation>
    </message>
    <message>
        <source>What carries the implant.</source>
        <translation>Was das Implantat trägt.</translation>
    </message>
    <message>
        <source>What nerves run in, traced or segmented; empty: all in the case.</source>
        <translation>Worin Nerven verlaufen, nachgezeichnet oder segmentiert; leer: alle im Fall.</translation>
    </message>
    <message>
        <source>Where the axis points; empty: to the middle of the bone below.</source>
        <translation>Wohin die Achse zeigt; leer: zur Mitte des Knochens darunter.</translation>
    </message>
    <message>
        <source>Where the implant may come to lie (%1)</source>
        <translation>Wo das Implantat zu liegen kommen kann (%1)</translation>
    </message>
    <message>
        <source>Where the load leans to.</source>
        <translation>Wohin sich die Last neigt.</translation>
    </message>
    <message>
        <source>Whether classes of density may be told.</source>
        <translation>Ob Dichteklassen gesagt werden dürfen.</translation>
    </message>
    <message>
        <source>Young&apos;s modulus above the split.</source>
        <translation>Elastizitätsmodul über dem Trennwert.</translation>
    </message>
    <message>
        <source>Young&apos;s modulus below the split.</source>
        <translation>Elastizitätsmodul unter dem Trennwert.</translation>
    </message>
    <message>
        <source>Young&apos;s modulus of the implant.</source>
        <translation>Elastizitätsmodul des Implantats.</translation>
    </message>
    <message>
        <source>as the image says</source>
        <translation>wie das Bild sagt</translation>
    </message>
    <message>
        <source>back</source>
        <translation>hinten</translation>
    </message>
    <message>
        <source>by the error of static guides, any direction</source>
        <translation>nach dem Fehler statischer Schablonen, jede Richtung</translation>
    </message>
    <message>
        <source>class %1 (Misch, limits unverified)</source>
        <translation>Klasse %1 (Misch, Grenzen ungeprüft)</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>Konstanten</translation>
    </message>
    <message>
        <source>front</source>
        <translation>vorn</translation>
    </message>
    <message>
        <source>grey values</source>
        <translation>Grauwerte</translation>
    </message>
    <message>
        <source>keller</source>
        <translation>Keller</translation>
    </message>
    <message>
        <source>limits of strain of femora (Schileo 2014)</source>
        <translation>Dehnungsgrenzen von Femora (Schileo 2014)</translation>
    </message>
    <message>
        <source>little stress</source>
        <translation>wenig Spannung</translation>
    </message>
    <message>
        <source>morgan-neck</source>
        <translation>Morgan, Schenkelhals</translation>
    </message>
    <message>
        <source>morgan-pooled</source>
        <translation>Morgan, gemeinsam</translation>
    </message>
    <message>
        <source>morgan-tibia</source>
        <translation>Morgan, Tibia</translation>
    </message>
    <message>
        <source>morgan-vertebra</source>
        <translation>Morgan, Wirbel</translation>
    </message>
    <message>
        <source>moved so far as the edge was halved from %1 mm</source>
        <translation>so weit bewegt, als die Kante von %1 mm halbiert wurde</translation>
    </message>
    <message>
        <source>much stress</source>
        <translation>viel Spannung</translation>
    </message>
    <message>
        <source>nearest: %1</source>
        <translation>nächstes: %1</translation>
    </message>
    <message>
        <source>no bone</source>
        <translation>kein Knochen</translation>
    </message>
    <message>
        <source>of its point, along it; bonded</source>
        <translation>ihres Punktes, entlang ihrer Richtung; verbunden</translation>
    </message>
    <message>
        <source>patient&apos;s left</source>
        <translation>links vom Patienten</translation>
    </message>
    <message>
        <source>patient&apos;s right</source>
        <translation>rechts vom Patienten</translation>
    </message>
    <message>
        <source>von Mises, 0.8 to 1.8 mm from the implant, cubes of %1 mm</source>
        <translation>von Mises, 0.8 bis 1.8 mm vom Implantat, Würfel von %1 mm</translation>
    </message>
    <message>
        <source>where the region cuts the bone</source>
        <translation>wo der Bereich den Knochen schneidet</translation>
    </message>
    <message>
        <source>The implant lies in a tooth.</source>
        <translation>Das Implantat liegt in einem Zahn.</translation>
    </message>
    <message>
        <source>The implant overlaps that of &apos;%1&apos;.</source>
        <translation>Das Implantat überschneidet sich mit dem von &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>%1 and %2 could not be parted with certainty.</source>
        <translation>%1 und %2 ließen sich nicht sicher trennen.</translation>
    </message>
    <message>
        <source>%1 edge has more than two triangles.</source>
        <translation>%1 Kante hat mehr als zwei Dreiecke.</translation>
    </message>
    <message>
        <source>%1 edges have more than two triangles.</source>
        <translation>%1 Kanten haben mehr als zwei Dreiecke.</translation>
    </message>
    <message>
        <source>%1 entities of the STEP file could not be read: parts may be missing.</source>
        <translation>%1 Elemente der STEP-Datei konnten nicht gelesen werden: Es können Teile fehlen.</translation>
    </message>
    <message>
        <source>%1 entity of the STEP file could not be read: a part may be missing.</source>
        <translation>%1 Element der STEP-Datei konnte nicht gelesen werden: Es kann ein Teil fehlen.</translation>
    </message>
    <message>
        <source>%1 landmark stays where it was set by hand.</source>
        <translation>%1 Landmarke bleibt, wo sie von Hand gesetzt wurde.</translation>
    </message>
    <message>
        <source>%1 landmarks stay where they were set by hand.</source>
        <translation>%1 Landmarken bleiben, wo sie von Hand gesetzt wurden.</translation>
    </message>
    <message>
        <source>%1 mL that did not hang together with the guide were taken away.</source>
        <translation>%1 mL, die nicht mit der Bohrschablone zusammenhingen, wurden entfernt.</translation>
    </message>
    <message>
        <source>%1 mm2 of the guide's walls are thinner than the limit, at the thinnest place %2 mm.</source>
        <translation>%1 mm2 der Wände der Bohrschablone sind dünner als der Grenzwert, an der dünnsten Stelle %2 mm.</translation>
    </message>
    <message>
        <source>%1 solid of the STEP file is not valid or not closed.</source>
        <translation>%1 Körper der STEP-Datei ist ungültig oder nicht geschlossen.</translation>
    </message>
    <message>
        <source>%1 solids of the STEP file are not valid or not closed.</source>
        <translation>%1 Körper der STEP-Datei sind ungültig oder nicht geschlossen.</translation>
    </message>
    <message>
        <source>%1 triangle has no height.</source>
        <translation>%1 Dreieck hat keine Höhe.</translation>
    </message>
    <message>
        <source>%1 triangle looks to the wrong side.</source>
        <translation>%1 Dreieck zeigt zur falschen Seite.</translation>
    </message>
    <message>
        <source>%1 triangles have no height.</source>
        <translation>%1 Dreiecke haben keine Höhe.</translation>
    </message>
    <message>
        <source>%1 triangles look to the wrong side.</source>
        <translation>%1 Dreiecke zeigen zur falschen Seite.</translation>
    </message>
    <message>
        <source>%1, cut (%2)</source>
        <translation>%1, geschnitten (%2)</translation>
    </message>
    <message>
        <source>%1, registered</source>
        <translation>%1, registriert</translation>
    </message>
    <message>
        <source>%1: %2 mL.</source>
        <translation>%1: %2 mL.</translation>
    </message>
    <message>
        <source>%1: %2 mm.</source>
        <translation>%1: %2 mm.</translation>
    </message>
    <message>
        <source>%1: confidence %2 of 1 (%3).</source>
        <translation>%1: Sicherheit %2 von 1 (%3).</translation>
    </message>
    <message>
        <source>'%1' has neither voxels nor a surface.</source>
        <translation>„%1“ hat weder Voxel noch eine Oberfläche.</translation>
    </message>
    <message>
        <source>'%1' holds no implant.</source>
        <translation>„%1“ enthält kein Implantat.</translation>
    </message>
    <message>
        <source>'%1' is given for two bones.</source>
        <translation>„%1“ ist für zwei Knochen angegeben.</translation>
    </message>
    <message>
        <source>0.05 to 0.15 mm, practice, from memory.</source>
        <translation>0.05 bis 0.15 mm, Praxis, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>0.2 to 0.3 mm, a choice</source>
        <translation>0.2 bis 0.3 mm, eine Wahl</translation>
    </message>
    <message>
        <source>0: none.</source>
        <translation>0: keiner.</translation>
    </message>
    <message>
        <source>0: on the abutment itself, as a choice; the height of your crown otherwise</source>
        <translation>0: am Abutment selbst, eine Wahl; sonst die Höhe Ihrer Krone</translation>
    </message>
    <message>
        <source>180 +/- 3 degrees of the leg's axis for knees, 5 degrees for ankles, from memory.</source>
        <translation>180 +/- 3 Grad der Beinachse bei Knien, 5 Grad bei Sprunggelenken, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>1: no impact. Another is yours to justify</source>
        <translation>1: kein Stoß. Einen anderen Wert müssen Sie begründen</translation>
    </message>
    <message>
        <source>2 mm, practice of printed guides, from memory.</source>
        <translation>2 mm, Praxis gedruckter Bohrschablonen, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>2 to 3 mm of malleolus, from memory.</source>
        <translation>2 bis 3 mm des Malleolus, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>20 x 22 mm</source>
        <translation>20 x 22 mm</translation>
    </message>
    <message>
        <source>22 x 24 mm</source>
        <translation>22 x 24 mm</translation>
    </message>
    <message>
        <source>226 HU is a common preset for bone; bone against soft tissue 150 to 226 HU, from memory.</source>
        <translation>226 HU ist eine übliche Voreinstellung für Knochen; Knochen gegen Weichteile 150 bis 226 HU, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>24 x 26 mm</source>
        <translation>24 x 26 mm</translation>
    </message>
    <message>
        <source>24 x 28 mm</source>
        <translation>24 x 28 mm</translation>
    </message>
    <message>
        <source>26 x 28 mm</source>
        <translation>26 x 28 mm</translation>
    </message>
    <message>
        <source>26 x 30 mm</source>
        <translation>26 x 30 mm</translation>
    </message>
    <message>
        <source>28 x 30 mm</source>
        <translation>28 x 30 mm</translation>
    </message>
    <message>
        <source>28 x 32 mm</source>
        <translation>28 x 32 mm</translation>
    </message>
    <message>
        <source>3 mm, a choice; see the resin's instructions.</source>
        <translation>3 mm, eine Wahl; siehe die Anleitung des Harzes.</translation>
    </message>
    <message>
        <source>30 x 32 mm</source>
        <translation>30 x 32 mm</translation>
    </message>
    <message>
        <source>30 x 34 mm</source>
        <translation>30 x 34 mm</translation>
    </message>
    <message>
        <source>32 x 34 mm</source>
        <translation>32 x 34 mm</translation>
    </message>
    <message>
        <source>32 x 36 mm</source>
        <translation>32 x 36 mm</translation>
    </message>
    <message>
        <source>34 x 38 mm</source>
        <translation>34 x 38 mm</translation>
    </message>
    <message>
        <source>36 x 40 mm</source>
        <translation>36 x 40 mm</translation>
    </message>
    <message>
        <source>4 mm, the middle one of 2, 4 and 6 mm of one common system, from memory; set it to yours.</source>
        <translation>4 mm, der mittlere Wert von 2, 4 und 6 mm eines verbreiteten Systems, aus dem Gedächtnis; auf Ihres einstellen.</translation>
    </message>
    <message>
        <source>4 to 6 mm, from memory; it is the maker's.</source>
        <translation>4 bis 6 mm, aus dem Gedächtnis; maßgeblich ist der Hersteller.</translation>
    </message>
    <message>
        <source>5 mm, of one common system, from memory; set it to yours.</source>
        <translation>5 mm, von einem verbreiteten System, aus dem Gedächtnis; auf Ihres einstellen.</translation>
    </message>
    <message>
        <source>52 x 28 mm</source>
        <translation>52 x 28 mm</translation>
    </message>
    <message>
        <source>56 x 30 mm</source>
        <translation>56 x 30 mm</translation>
    </message>
    <message>
        <source>56 x 37 mm</source>
        <translation>56 x 37 mm</translation>
    </message>
    <message>
        <source>60 x 32 mm</source>
        <translation>60 x 32 mm</translation>
    </message>
    <message>
        <source>60 x 40 mm</source>
        <translation>60 x 40 mm</translation>
    </message>
    <message>
        <source>64 x 34 mm</source>
        <translation>64 x 34 mm</translation>
    </message>
    <message>
        <source>64 x 42 mm</source>
        <translation>64 x 42 mm</translation>
    </message>
    <message>
        <source>68 x 36 mm</source>
        <translation>68 x 36 mm</translation>
    </message>
    <message>
        <source>68 x 45 mm</source>
        <translation>68 x 45 mm</translation>
    </message>
    <message>
        <source>72 x 38 mm</source>
        <translation>72 x 38 mm</translation>
    </message>
    <message>
        <source>72 x 48 mm</source>
        <translation>72 x 48 mm</translation>
    </message>
    <message>
        <source>76 x 40 mm</source>
        <translation>76 x 40 mm</translation>
    </message>
    <message>
        <source>76 x 50 mm</source>
        <translation>76 x 50 mm</translation>
    </message>
    <message>
        <source>8 to 10 mm from the less worn side, from memory; it is the maker's.</source>
        <translation>8 bis 10 mm von der weniger abgenutzten Seite, aus dem Gedächtnis; maßgeblich ist der Hersteller.</translation>
    </message>
    <message>
        <source>8 to 10 mm, from memory; it is the maker's.</source>
        <translation>8 bis 10 mm, aus dem Gedächtnis; maßgeblich ist der Hersteller.</translation>
    </message>
    <message>
        <source>80 x 42 mm</source>
        <translation>80 x 42 mm</translation>
    </message>
    <message>
        <source>80 x 53 mm</source>
        <translation>80 x 53 mm</translation>
    </message>
    <message>
        <source>84 x 55 mm</source>
        <translation>84 x 55 mm</translation>
    </message>
    <message>
        <source>85 % is called good for tibial trays, from memory.</source>
        <translation>85 % gelten bei tibialen Basisplatten als gut, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>95th percentile of the distance from the scan to the teeth of the image, of what lies within reach of them.</source>
        <translation>95. Perzentil des Abstands vom Scan zu den Zähnen des Bildes, über das, was in ihrer Reichweite liegt.</translation>
    </message>
    <message>
        <source>; the mask of the %1 is in pieces</source>
        <translation>; die Maske (%1) besteht aus mehreren Stücken</translation>
    </message>
    <message>
        <source>A breach of less than this is grade B, none is A.</source>
        <translation>Ein Durchbruch unter diesem Wert ist Grad B, keiner ist Grad A.</translation>
    </message>
    <message>
        <source>A breach of less than this is grade C.</source>
        <translation>Ein Durchbruch unter diesem Wert ist Grad C.</translation>
    </message>
    <message>
        <source>A breach of less than this is grade D, from it on E.</source>
        <translation>Ein Durchbruch unter diesem Wert ist Grad D, ab diesem Wert Grad E.</translation>
    </message>
    <message>
        <source>A choice above the least wall.</source>
        <translation>Eine Wahl oberhalb der geringsten Wandstärke.</translation>
    </message>
    <message>
        <source>A choice of this planner for screws that stay within the bone.</source>
        <translation>Eine Wahl dieses Planers für Schrauben, die im Knochen bleiben.</translation>
    </message>
    <message>
        <source>A choice of this planner.</source>
        <translation>Eine Wahl dieses Planers.</translation>
    </message>
    <message>
        <source>A choice of this planner: a plane with noise of 0.05 mm has 0.0017, a straight row of teeth whose fit was right to 0.02 mm 0.0055 (made-up surfaces).</source>
        <translation>Eine Wahl dieses Planers: Eine Ebene mit einem Rauschen von 0.05 mm hat 0.0017, eine gerade Zahnreihe, deren Passung auf 0.02 mm stimmte, 0.0055 (künstliche Oberflächen).</translation>
    </message>
    <message>
        <source>A choice of this planner: about a cusp.</source>
        <translation>Eine Wahl dieses Planers: etwa ein Höcker.</translation>
    </message>
    <message>
        <source>A choice of this planner: less than half a premolar, so that a row of teeth shifted by one is told.</source>
        <translation>Eine Wahl dieses Planers: weniger als ein halber Prämolar, damit eine um einen Zahn verschobene Zahnreihe auffällt.</translation>
    </message>
    <message>
        <source>A choice of this program, in even steps. Real sizes are their maker's: enter them as a site's own.</source>
        <translation>Eine Wahl dieses Programms, in gleichmäßigen Schritten. Wirkliche Größen sind die des Herstellers: als eigene der Einrichtung eingeben.</translation>
    </message>
    <message>
        <source>A choice.</source>
        <translation>Eine Wahl.</translation>
    </message>
    <message>
        <source>A choice: about two teeth on each side.</source>
        <translation>Eine Wahl: etwa zwei Zähne auf jeder Seite.</translation>
    </message>
    <message>
        <source>A choice: most of a crown.</source>
        <translation>Eine Wahl: der größte Teil einer Krone.</translation>
    </message>
    <message>
        <source>A choice; see your system's collar.</source>
        <translation>Eine Wahl; siehe den Kragen Ihres Systems.</translation>
    </message>
    <message>
        <source>A design or its value is not a number.</source>
        <translation>Eine Stützstelle oder ihr Wert ist keine Zahl.</translation>
    </message>
    <message>
        <source>A direction out of the jaw; empty: against the mean of the implants' axes.</source>
        <translation>Eine Richtung aus dem Kiefer heraus; leer: gegen das Mittel der Achsen der Implantate.</translation>
    </message>
    <message>
        <source>A force acts on a node that no element has.</source>
        <translation>Eine Kraft wirkt auf einen Knoten, den kein Element hat.</translation>
    </message>
    <message>
        <source>A guide takes 1 to %1 implants.</source>
        <translation>Eine Bohrschablone nimmt 1 bis %1 Implantate auf.</translation>
    </message>
    <message>
        <source>A guide takes at most %1 implants.</source>
        <translation>Eine Bohrschablone nimmt höchstens %1 Implantate auf.</translation>
    </message>
    <message>
        <source>A level surface needs a field of distances and a finite level.</source>
        <translation>Eine Niveaufläche braucht ein Distanzfeld und einen endlichen Wert.</translation>
    </message>
    <message>
        <source>A load is not a finite number.</source>
        <translation>Eine Last ist keine endliche Zahl.</translation>
    </message>
    <message>
        <source>A load, a displacement or a temperature is not a finite number.</source>
        <translation>Eine Last, eine Verschiebung oder eine Temperatur ist keine endliche Zahl.</translation>
    </message>
    <message>
        <source>A model whose longest side is above this is thought to be in another unit than was said.</source>
        <translation>Ein Modell, dessen längste Seite länger ist, steht vermutlich in einer anderen Einheit als angegeben.</translation>
    </message>
    <message>
        <source>A model whose longest side is below this is thought to be in another unit than was said.</source>
        <translation>Ein Modell, dessen längste Seite kürzer ist, steht vermutlich in einer anderen Einheit als angegeben.</translation>
    </message>
    <message>
        <source>A node of the mesh is not at a finite place.</source>
        <translation>Ein Knoten des Netzes liegt an keinem endlichen Ort.</translation>
    </message>
    <message>
        <source>A scan of a surface is open by nature; close a model of a body in the program that made it.</source>
        <translation>Der Scan einer Oberfläche ist von Natur aus offen; das Modell eines Körpers in dem Programm schließen, das es erzeugt hat.</translation>
    </message>
    <message>
        <source>A setting of the registration is out of its range.</source>
        <translation>Eine Einstellung der Registrierung liegt außerhalb ihres Bereichs.</translation>
    </message>
    <message>
        <source>A snapshot holds values that are not numbers.</source>
        <translation>Ein Schnappschuss enthält Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>A surface of the joint has too many points.</source>
        <translation>Eine Oberfläche des Gelenks hat zu viele Punkte.</translation>
    </message>
    <message>
        <source>A surface of the joint is empty.</source>
        <translation>Eine Oberfläche des Gelenks ist leer.</translation>
    </message>
    <message>
        <source>Alignment in the coronal plane</source>
        <translation>Ausrichtung in der Koronalebene</translation>
    </message>
    <message>
        <source>An STL file has no unit: its numbers were taken as %1.</source>
        <translation>Eine STL-Datei hat keine Einheit: Ihre Zahlen wurden als %1 gelesen.</translation>
    </message>
    <message>
        <source>An angle is asked for of a direction that has none in the plane of projection.</source>
        <translation>Ein Winkel wird für eine Richtung verlangt, die in der Projektionsebene keinen hat.</translation>
    </message>
    <message>
        <source>An element is turned inside out or has no volume.</source>
        <translation>Ein Element ist umgestülpt oder hat kein Volumen.</translation>
    </message>
    <message>
        <source>An element names a node that is not there.</source>
        <translation>Ein Element nennt einen Knoten, den es nicht gibt.</translation>
    </message>
    <message>
        <source>An example; set it to your system's sleeve.</source>
        <translation>Ein Beispiel; auf die Hülse Ihres Systems einstellen.</translation>
    </message>
    <message>
        <source>An implant has no place or no axis.</source>
        <translation>Ein Implantat hat keinen Ort oder keine Achse.</translation>
    </message>
    <message>
        <source>An open surface cannot be cut.</source>
        <translation>Eine offene Oberfläche lässt sich nicht schneiden.</translation>
    </message>
    <message>
        <source>Angle between an implant's axis and the direction that the guide is put on along.</source>
        <translation>Winkel zwischen der Achse eines Implantats und der Richtung, in der die Bohrschablone aufgesetzt wird.</translation>
    </message>
    <message>
        <source>Angle in the sagittal plane</source>
        <translation>Winkel in der Sagittalebene</translation>
    </message>
    <message>
        <source>Angle in the transverse plane</source>
        <translation>Winkel in der Transversalebene</translation>
    </message>
    <message>
        <source>Ankle CT</source>
        <translation>Sprunggelenk-CT</translation>
    </message>
    <message>
        <source>Ankle: least bone between the base and the medial cortex in the cut, in the middle half of the base.</source>
        <translation>Sprunggelenk: geringster Knochen zwischen der Basis und der medialen Kortikalis im Schnitt, in der mittleren Hälfte der Basis.</translation>
    </message>
    <message>
        <source>Area of the largest connected part of the scan on the teeth that lies farther from them than the residual wanted.</source>
        <translation>Fläche des größten zusammenhängenden Teils des Scans auf den Zähnen, der weiter von ihnen entfernt liegt als die gewünschte Restabweichung.</translation>
    </message>
    <message>
        <source>Area that it sits on</source>
        <translation>Auflagefläche</translation>
    </message>
    <message>
        <source>Area that lies off</source>
        <translation>Abweichende Fläche</translation>
    </message>
    <message>
        <source>Axes of the %1: %2.</source>
        <translation>Achsen (%1): %2.</translation>
    </message>
    <message>
        <source>Axes of the %1: the %2 and the %3 lie at one place.</source>
        <translation>Achsen (%1): %2 und %3 liegen an derselben Stelle.</translation>
    </message>
    <message>
        <source>Axes of the %1: the %2 has no direction.</source>
        <translation>Achsen (%1): %2 hat keine Richtung.</translation>
    </message>
    <message>
        <source>Axes of the %1: the %2 is not a place.</source>
        <translation>Achsen (%1): %2 ist kein Ort.</translation>
    </message>
    <message>
        <source>Axes of the %1: the landmarks lie on one line.</source>
        <translation>Achsen (%1): Die Landmarken liegen auf einer Geraden.</translation>
    </message>
    <message>
        <source>Axes of the bone: %1.</source>
        <translation>Achsen des Knochens: %1.</translation>
    </message>
    <message>
        <source>Axes of the femur: the head lies on the axis of the shaft.</source>
        <translation>Achsen des Femurs: Der Kopf liegt auf der Achse des Schafts.</translation>
    </message>
    <message>
        <source>Axis against the insertion</source>
        <translation>Achse gegen die Einschubrichtung</translation>
    </message>
    <message>
        <source>Axis against the insertion, %1</source>
        <translation>Achse gegen die Einschubrichtung, %1</translation>
    </message>
    <message>
        <source>Axis in bone</source>
        <translation>Achse im Knochen</translation>
    </message>
    <message>
        <source>Base beyond the bone</source>
        <translation>Basis außerhalb des Knochens</translation>
    </message>
    <message>
        <source>Below 0 it pulls.</source>
        <translation>Unter 0 zieht sie.</translation>
    </message>
    <message>
        <source>Below the head; 0: to the target.</source>
        <translation>Unter dem Kopf; 0: bis zum Ziel.</translation>
    </message>
    <message>
        <source>Bone ahead of the tip</source>
        <translation>Knochen vor der Spitze</translation>
    </message>
    <message>
        <source>Bone along the axis beyond the tip; below 0 the tip is out of the bone.</source>
        <translation>Knochen entlang der Achse jenseits der Spitze; unter 0 liegt die Spitze außerhalb des Knochens.</translation>
    </message>
    <message>
        <source>Bone beside the screw</source>
        <translation>Knochen neben der Schraube</translation>
    </message>
    <message>
        <source>Bone beyond the limit</source>
        <translation>Knochen über dem Grenzwert</translation>
    </message>
    <message>
        <source>Bone from</source>
        <translation>Knochen ab</translation>
    </message>
    <message>
        <source>Bone is what lies above the threshold, sharpened so that the gaps of joints show; marrow is what its shell encloses. It is parted at its necks: by flooding the map of distances to its surface from its peaks, where two basins stay apart if the saddle between them is much shallower than both (Vincent and Soille 1991); borders then lie where the image is darkest.

Bones are named by their place. Shafts are those that the image cuts: above the ankle the larger one is the tibia, above the knee the femur, below the hip the femur. The talus is what lies under the tibia, the calcaneus what lies under and behind the talus; the patella lies in front of the femur. Two legs are told apart by the valley between them; one leg alone by its fibula, else by its place in the scanner.

Limits: no shape model stands behind it. Slices over 1.25 mm, narrow or fused joints, fractures, metal, casts and bones that the image cuts at its sides may join bones or name them wrongly. The sacrum counts as pelvis. Set up on three studies of 3.27 mm slices and on made-up legs; the quality is not calibrated. Every result is a proposal to be checked.</source>
        <translation>Knochen ist, was über dem Schwellenwert liegt, geschärft, damit sich die Gelenkspalte zeigen; Mark ist, was seine Schale umschließt. Er wird an seinen Engstellen getrennt: durch Fluten der Karte der Abstände zu seiner Oberfläche von ihren Gipfeln aus, wobei zwei Becken getrennt bleiben, wenn der Sattel zwischen ihnen viel flacher ist als beide (Vincent und Soille 1991); die Grenzen liegen dann dort, wo das Bild am dunkelsten ist.

Knochen werden nach ihrem Ort benannt. Schäfte sind die, die das Bild abschneidet: Über dem Sprunggelenk ist der größere die Tibia, über dem Knie das Femur, unter der Hüfte das Femur. Der Talus ist, was unter der Tibia liegt, der Kalkaneus, was unter und hinter dem Talus liegt; die Patella liegt vor dem Femur. Zwei Beine werden durch das Tal zwischen ihnen unterschieden; ein einzelnes Bein durch seine Fibula, sonst durch seinen Ort im Scanner.

Grenzen: Kein Formmodell steht dahinter. Schichten über 1.25 mm, enge oder verwachsene Gelenke, Frakturen, Metall, Gipse und Knochen, die das Bild an seinen Seiten abschneidet, können Knochen verbinden oder falsch benennen. Das Sakrum zählt zum Becken. Eingestellt an drei Studien mit Schichten von 3.27 mm und an künstlichen Beinen; die Güte ist nicht kalibriert. Jedes Ergebnis ist ein Vorschlag, der zu prüfen ist.</translation>
    </message>
    <message>
        <source>Bone left medially</source>
        <translation>Medial verbleibender Knochen</translation>
    </message>
    <message>
        <source>Bone so near its point takes it.</source>
        <translation>Knochen, der dem Punkt der Last so nahe liegt, nimmt sie auf.</translation>
    </message>
    <message>
        <source>Bone taken away</source>
        <translation>Entfernter Knochen</translation>
    </message>
    <message>
        <source>Bone taken away (%1)</source>
        <translation>Entfernter Knochen (%1)</translation>
    </message>
    <message>
        <source>Bones are found by their attenuation, so this needs a CT; the series is %1.</source>
        <translation>Knochen werden an ihrer Schwächung erkannt, deshalb braucht dies ein CT; die Serie ist %1.</translation>
    </message>
    <message>
        <source>Bore</source>
        <translation>Kanülierung</translation>
    </message>
    <message>
        <source>Breach of grade B below</source>
        <translation>Durchbruch Grad B unter</translation>
    </message>
    <message>
        <source>Breach of grade C below</source>
        <translation>Durchbruch Grad C unter</translation>
    </message>
    <message>
        <source>Breach of grade D below</source>
        <translation>Durchbruch Grad D unter</translation>
    </message>
    <message>
        <source>Cement</source>
        <translation>Zement</translation>
    </message>
    <message>
        <source>Change the depth of resection.</source>
        <translation>Die Resektionstiefe ändern.</translation>
    </message>
    <message>
        <source>Check that it is of the same jaw; set pairs of points; cut off what is not tooth.</source>
        <translation>Prüfen, ob er vom selben Kiefer ist; Punktpaare setzen; abschneiden, was nicht Zahn ist.</translation>
    </message>
    <message>
        <source>Check the pairs, and that no tooth lies upon its neighbour.</source>
        <translation>Die Paare prüfen, und dass kein Zahn auf seinem Nachbarn liegt.</translation>
    </message>
    <message>
        <source>Check the side against the order; choose the other one, or look at the masks.</source>
        <translation>Die Seite mit der Anforderung vergleichen; die andere wählen oder die Masken ansehen.</translation>
    </message>
    <message>
        <source>Check the side, and that medial and lateral landmarks are not exchanged.</source>
        <translation>Die Seite prüfen, und dass mediale und laterale Landmarken nicht vertauscht sind.</translation>
    </message>
    <message>
        <source>Check the side, the masks and how the patient lies in the image.</source>
        <translation>Die Seite, die Masken und die Lage des Patienten im Bild prüfen.</translation>
    </message>
    <message>
        <source>Checking the surface</source>
        <translation>Oberfläche wird geprüft</translation>
    </message>
    <message>
        <source>Choose a CT series, or draw the bones by hand.</source>
        <translation>Eine CT-Serie wählen oder die Knochen von Hand zeichnen.</translation>
    </message>
    <message>
        <source>Choose a CT that has been loaded.</source>
        <translation>Ein CT wählen, das geladen ist.</translation>
    </message>
    <message>
        <source>Choose a STEP or STL file.</source>
        <translation>Eine STEP- oder STL-Datei wählen.</translation>
    </message>
    <message>
        <source>Choose a file that ends in .step, .stp or .stl; export the model as one of these.</source>
        <translation>Eine Datei wählen, die auf .step, .stp oder .stl endet; das Modell in einem dieser Formate exportieren.</translation>
    </message>
    <message>
        <source>Choose a file that was exported as STEP (AP214).</source>
        <translation>Eine Datei wählen, die als STEP (AP214) exportiert wurde.</translation>
    </message>
    <message>
        <source>Choose a plan that was made by placing an implant.</source>
        <translation>Einen Plan wählen, der beim Setzen eines Implantats erzeugt wurde.</translation>
    </message>
    <message>
        <source>Choose another place where it is held.</source>
        <translation>Eine andere Stelle wählen, an der er gehalten wird.</translation>
    </message>
    <message>
        <source>Choose the bone of the landmarks' side, or find the landmarks of this side.</source>
        <translation>Den Knochen auf der Seite der Landmarken wählen oder die Landmarken dieser Seite finden.</translation>
    </message>
    <message>
        <source>Choose the bone that is named beside the component.</source>
        <translation>Den Knochen wählen, der neben der Komponente genannt ist.</translation>
    </message>
    <message>
        <source>Choose the implants of one jaw, or of one side of it.</source>
        <translation>Die Implantate eines Kiefers oder einer Kieferseite wählen.</translation>
    </message>
    <message>
        <source>Choose the joint that the image shows, or an image that shows the shaft too.</source>
        <translation>Das Gelenk wählen, das das Bild zeigt, oder ein Bild, das auch den Schaft zeigt.</translation>
    </message>
    <message>
        <source>Choose the side.</source>
        <translation>Die Seite wählen.</translation>
    </message>
    <message>
        <source>Choose the teeth of the image.</source>
        <translation>Die Zähne des Bildes wählen.</translation>
    </message>
    <message>
        <source>Choose the teeth of this jaw alone.</source>
        <translation>Nur die Zähne dieses Kiefers wählen.</translation>
    </message>
    <message>
        <source>Choose the whole assembly or a part of it when you export.</source>
        <translation>Beim Exportieren die ganze Baugruppe oder einen Teil davon wählen.</translation>
    </message>
    <message>
        <source>Choose those of one jaw.</source>
        <translation>Die eines Kiefers wählen.</translation>
    </message>
    <message>
        <source>Choose where it is held so that bone lies there.</source>
        <translation>Die Stelle, an der er gehalten wird, so wählen, dass dort Knochen liegt.</translation>
    </message>
    <message>
        <source>Clean it up or segment the bone again.</source>
        <translation>Die Maske bereinigen oder den Knochen neu segmentieren.</translation>
    </message>
    <message>
        <source>Compare a length that you know.</source>
        <translation>Eine bekannte Länge vergleichen.</translation>
    </message>
    <message>
        <source>Compare a length that you know. For STL import it again with another unit; export STEP again in millimetres.</source>
        <translation>Eine bekannte Länge vergleichen. STL mit einer anderen Einheit neu importieren; STEP noch einmal in Millimetern exportieren.</translation>
    </message>
    <message>
        <source>Compare a length that you know; import it again with another unit if it is wrong.</source>
        <translation>Eine bekannte Länge vergleichen; mit einer anderen Einheit neu importieren, wenn sie falsch ist.</translation>
    </message>
    <message>
        <source>Compare it with the order and the image.</source>
        <translation>Mit der Anforderung und dem Bild vergleichen.</translation>
    </message>
    <message>
        <source>Compare it with what the image shows.</source>
        <translation>Mit dem vergleichen, was das Bild zeigt.</translation>
    </message>
    <message>
        <source>Compare the model with the original; export it again as AP214.</source>
        <translation>Das Modell mit dem Original vergleichen; noch einmal als AP214 exportieren.</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Component %1 x %2 mm, %3</source>
        <translation>Komponente %1 x %2 mm, %3</translation>
    </message>
    <message>
        <source>Component (%1)</source>
        <translation>Komponente (%1)</translation>
    </message>
    <message>
        <source>Compute it again.</source>
        <translation>Neu berechnen.</translation>
    </message>
    <message>
        <source>Compute more of them.</source>
        <translation>Weitere davon berechnen.</translation>
    </message>
    <message>
        <source>Computed with moduli and supports that are choices, not validated on patients.</source>
        <translation>Berechnet mit Moduln und Lagerungen, die eine Wahl sind, nicht an Patienten validiert.</translation>
    </message>
    <message>
        <source>Computes by finite elements what a load at a point does to a bone, before and after cement.</source>
        <translation>Berechnet mit finiten Elementen, was eine Last an einem Punkt mit einem Knochen macht, vor und nach dem Einbringen von Zement.</translation>
    </message>
    <message>
        <source>Copy or export it again, or export it as STL.</source>
        <translation>Noch einmal kopieren oder exportieren oder als STL exportieren.</translation>
    </message>
    <message>
        <source>Cortical bone stays under 2000 to 2500 HU, many scanners end at 3071, from memory.</source>
        <translation>Kortikaler Knochen bleibt unter 2000 bis 2500 HU, viele Scanner enden bei 3071, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Coverage of the cut</source>
        <translation>Abdeckung des Schnitts</translation>
    </message>
    <message>
        <source>Crop it to the joint first.</source>
        <translation>Es zuerst auf das Gelenk zuschneiden.</translation>
    </message>
    <message>
        <source>Cubes with cement in them</source>
        <translation>Würfel mit Zement</translation>
    </message>
    <message>
        <source>Cusps, far apart, three or more; empty: the scan starts as it lies.</source>
        <translation>Höcker, weit voneinander entfernt, mindestens drei; leer: Es wird von der jetzigen Lage des Scans ausgegangen.</translation>
    </message>
    <message>
        <source>Cut by the edge of the image where it should be whole: %1.</source>
        <translation>Vom Bildrand abgeschnitten, obwohl vollständig erwartet: %1.</translation>
    </message>
    <message>
        <source>Cut off from the bone beside it over %2 % of its surface: %1.</source>
        <translation>Vom Nachbarknochen über %2 % der Oberfläche abgetrennt: %1.</translation>
    </message>
    <message>
        <source>Cuts the end of a bone by depth and angles and sets a component of an ankle or a knee on it.</source>
        <translation>Schneidet das Ende eines Knochens nach Tiefe und Winkeln und setzt eine Komponente eines Sprunggelenks oder Knies darauf.</translation>
    </message>
    <message>
        <source>Degrees west are counted from anterior; what the paper counts from was not read.</source>
        <translation>Grad West werden von anterior aus gezählt; von wo die Arbeit zählt, wurde nicht nachgelesen.</translation>
    </message>
    <message>
        <source>Delete it to have it found anew.</source>
        <translation>Löschen, um neu suchen zu lassen.</translation>
    </message>
    <message>
        <source>Depth of the base</source>
        <translation>Tiefe der Basis</translation>
    </message>
    <message>
        <source>Distal resection of the femur</source>
        <translation>Distale Resektion des Femurs</translation>
    </message>
    <message>
        <source>Distance of the axis of the ankle to the centre of mass of the talus.</source>
        <translation>Abstand der Achse des Sprunggelenks zum Schwerpunkt des Talus.</translation>
    </message>
    <message>
        <source>Doubtful proposal: %1 (%2). It is made of: %3</source>
        <translation>Zweifelhafter Vorschlag: %1 (%2). Der Wert setzt sich zusammen aus: %3</translation>
    </message>
    <message>
        <source>Drill guide (%1)</source>
        <translation>Bohrschablone (%1)</translation>
    </message>
    <message>
        <source>Drill guide for %1 implant, %2</source>
        <translation>Bohrschablone für %1 Implantat, %2</translation>
    </message>
    <message>
        <source>Drill guide for %1 implants, %2</source>
        <translation>Bohrschablone für %1 Implantate, %2</translation>
    </message>
    <message>
        <source>Drilling length, %1</source>
        <translation>Bohrlänge, %1</translation>
    </message>
    <message>
        <source>Dynamic factor</source>
        <translation>Dynamischer Faktor</translation>
    </message>
    <message>
        <source>Edge of the voxels</source>
        <translation>Kante der Voxel</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintritt</translation>
    </message>
    <message>
        <source>Entry and target of the screw lie at the same place.</source>
        <translation>Eintritt und Ziel der Schraube liegen an derselben Stelle.</translation>
    </message>
    <message>
        <source>Entry below the head</source>
        <translation>Eintritt in den Knochen unter dem Kopf</translation>
    </message>
    <message>
        <source>Export a part of it, or a simpler model.</source>
        <translation>Einen Teil davon oder ein einfacheres Modell exportieren.</translation>
    </message>
    <message>
        <source>Export a part of the model, or one with fewer triangles.</source>
        <translation>Einen Teil des Modells oder eines mit weniger Dreiecken exportieren.</translation>
    </message>
    <message>
        <source>Export it again as solids (AP214 or AP242, boundary representation), or as STL.</source>
        <translation>Noch einmal als Volumenkörper (AP214 oder AP242, Boundary Representation) oder als STL exportieren.</translation>
    </message>
    <message>
        <source>Export it with fewer triangles.</source>
        <translation>Mit weniger Dreiecken exportieren.</translation>
    </message>
    <message>
        <source>Export one part alone if only that is meant.</source>
        <translation>Einen Teil allein exportieren, wenn nur dieser gemeint ist.</translation>
    </message>
    <message>
        <source>Export the part alone, without planes and axes of construction.</source>
        <translation>Den Teil allein exportieren, ohne Konstruktionsebenen und -achsen.</translation>
    </message>
    <message>
        <source>Export the part that you need.</source>
        <translation>Den Teil exportieren, der gebraucht wird.</translation>
    </message>
    <message>
        <source>External rotation</source>
        <translation>Außenrotation</translation>
    </message>
    <message>
        <source>External rotation, transverse plane</source>
        <translation>Außenrotation, Transversalebene</translation>
    </message>
    <message>
        <source>Femoral head centre</source>
        <translation>Hüftkopfzentrum</translation>
    </message>
    <message>
        <source>Femoral neck axis</source>
        <translation>Schenkelhalsachse</translation>
    </message>
    <message>
        <source>File that ends in .step, .stp or .stl.</source>
        <translation>Datei, die auf .step, .stp oder .stl endet.</translation>
    </message>
    <message>
        <source>Find bones of the leg</source>
        <translation>Beinknochen finden</translation>
    </message>
    <message>
        <source>Find landmarks of a joint</source>
        <translation>Landmarken eines Gelenks finden</translation>
    </message>
    <message>
        <source>Find the landmarks of the joint first and look at them.</source>
        <translation>Zuerst die Landmarken des Gelenks finden und ansehen.</translation>
    </message>
    <message>
        <source>For the %1 the mask of the %2 is needed.</source>
        <translation>Für das Gelenk (%1) wird diese Maske gebraucht: %2.</translation>
    </message>
    <message>
        <source>For the knee the mask of the tibia or of the femur is needed.</source>
        <translation>Für das Knie wird die Maske der Tibia oder des Femurs gebraucht.</translation>
    </message>
    <message>
        <source>From its lower to its upper end, along the implant's axis.</source>
        <translation>Von ihrem unteren zu ihrem oberen Ende, entlang der Achse des Implantats.</translation>
    </message>
    <message>
        <source>From the implant's platform to the sleeve's lower end, along the axis.</source>
        <translation>Von der Plattform des Implantats zum unteren Ende der Hülse, entlang der Achse.</translation>
    </message>
    <message>
        <source>From the joint's surface to the cut, along its normal; 0: what is usual for this component.</source>
        <translation>Von der Gelenkfläche zum Schnitt, entlang seiner Normalen; 0: was bei dieser Komponente üblich ist.</translation>
    </message>
    <message>
        <source>From the lowest points of the condyles to the cut.</source>
        <translation>Von den tiefsten Punkten der Kondylen zum Schnitt.</translation>
    </message>
    <message>
        <source>From the middle of the cut bone.</source>
        <translation>Von der Mitte des geschnittenen Knochens.</translation>
    </message>
    <message>
        <source>From the middle of the plafond to the cut.</source>
        <translation>Von der Mitte des Plafonds zum Schnitt.</translation>
    </message>
    <message>
        <source>From the middle of the plateau to the cut.</source>
        <translation>Von der Mitte des Plateaus zum Schnitt.</translation>
    </message>
    <message>
        <source>From the tip back; 0: all of it.</source>
        <translation>Von der Spitze zurück; 0: auf ganzer Länge.</translation>
    </message>
    <message>
        <source>From the top of the dome to the cut.</source>
        <translation>Vom höchsten Punkt des Talusdoms zum Schnitt.</translation>
    </message>
    <message>
        <source>Front to back; 0: proposed.</source>
        <translation>Von vorn nach hinten; 0: wird vorgeschlagen.</translation>
    </message>
    <message>
        <source>Gap to the teeth</source>
        <translation>Spalt zu den Zähnen</translation>
    </message>
    <message>
        <source>Generic ankle, talus, size 1</source>
        <translation>Generisches Sprunggelenk, Talus, Größe 1</translation>
    </message>
    <message>
        <source>Generic ankle, talus, size 2</source>
        <translation>Generisches Sprunggelenk, Talus, Größe 2</translation>
    </message>
    <message>
        <source>Generic ankle, talus, size 3</source>
        <translation>Generisches Sprunggelenk, Talus, Größe 3</translation>
    </message>
    <message>
        <source>Generic ankle, talus, size 4</source>
        <translation>Generisches Sprunggelenk, Talus, Größe 4</translation>
    </message>
    <message>
        <source>Generic ankle, talus, size 5</source>
        <translation>Generisches Sprunggelenk, Talus, Größe 5</translation>
    </message>
    <message>
        <source>Generic ankle, talus, size 6</source>
        <translation>Generisches Sprunggelenk, Talus, Größe 6</translation>
    </message>
    <message>
        <source>Generic ankle, talus, size 7</source>
        <translation>Generisches Sprunggelenk, Talus, Größe 7</translation>
    </message>
    <message>
        <source>Generic ankle, tibia, size 1</source>
        <translation>Generisches Sprunggelenk, Tibia, Größe 1</translation>
    </message>
    <message>
        <source>Generic ankle, tibia, size 2</source>
        <translation>Generisches Sprunggelenk, Tibia, Größe 2</translation>
    </message>
    <message>
        <source>Generic ankle, tibia, size 3</source>
        <translation>Generisches Sprunggelenk, Tibia, Größe 3</translation>
    </message>
    <message>
        <source>Generic ankle, tibia, size 4</source>
        <translation>Generisches Sprunggelenk, Tibia, Größe 4</translation>
    </message>
    <message>
        <source>Generic ankle, tibia, size 5</source>
        <translation>Generisches Sprunggelenk, Tibia, Größe 5</translation>
    </message>
    <message>
        <source>Generic ankle, tibia, size 6</source>
        <translation>Generisches Sprunggelenk, Tibia, Größe 6</translation>
    </message>
    <message>
        <source>Generic ankle, tibia, size 7</source>
        <translation>Generisches Sprunggelenk, Tibia, Größe 7</translation>
    </message>
    <message>
        <source>Generic knee, femur, size 1</source>
        <translation>Generisches Knie, Femur, Größe 1</translation>
    </message>
    <message>
        <source>Generic knee, femur, size 2</source>
        <translation>Generisches Knie, Femur, Größe 2</translation>
    </message>
    <message>
        <source>Generic knee, femur, size 3</source>
        <translation>Generisches Knie, Femur, Größe 3</translation>
    </message>
    <message>
        <source>Generic knee, femur, size 4</source>
        <translation>Generisches Knie, Femur, Größe 4</translation>
    </message>
    <message>
        <source>Generic knee, femur, size 5</source>
        <translation>Generisches Knie, Femur, Größe 5</translation>
    </message>
    <message>
        <source>Generic knee, femur, size 6</source>
        <translation>Generisches Knie, Femur, Größe 6</translation>
    </message>
    <message>
        <source>Generic knee, femur, size 7</source>
        <translation>Generisches Knie, Femur, Größe 7</translation>
    </message>
    <message>
        <source>Generic knee, femur, size 8</source>
        <translation>Generisches Knie, Femur, Größe 8</translation>
    </message>
    <message>
        <source>Generic knee, tibia, size 1</source>
        <translation>Generisches Knie, Tibia, Größe 1</translation>
    </message>
    <message>
        <source>Generic knee, tibia, size 2</source>
        <translation>Generisches Knie, Tibia, Größe 2</translation>
    </message>
    <message>
        <source>Generic knee, tibia, size 3</source>
        <translation>Generisches Knie, Tibia, Größe 3</translation>
    </message>
    <message>
        <source>Generic knee, tibia, size 4</source>
        <translation>Generisches Knie, Tibia, Größe 4</translation>
    </message>
    <message>
        <source>Generic knee, tibia, size 5</source>
        <translation>Generisches Knie, Tibia, Größe 5</translation>
    </message>
    <message>
        <source>Generic knee, tibia, size 6</source>
        <translation>Generisches Knie, Tibia, Größe 6</translation>
    </message>
    <message>
        <source>Generic knee, tibia, size 7</source>
        <translation>Generisches Knie, Tibia, Größe 7</translation>
    </message>
    <message>
        <source>Generic knee, tibia, size 8</source>
        <translation>Generisches Knie, Tibia, Größe 8</translation>
    </message>
    <message>
        <source>Gertzbein and Robbins, Spine 1990, from memory.</source>
        <translation>Gertzbein und Robbins, Spine 1990, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>HU from which a voxel counts as bone; what its shell encloses is filled.</source>
        <translation>HU, ab denen ein Voxel als Knochen zählt; was seine Schale umschließt, wird gefüllt.</translation>
    </message>
    <message>
        <source>HU from which a voxel is taken for metal, whose streaks make bone of what is none.</source>
        <translation>HU, ab denen ein Voxel als Metall gilt, dessen Streifenartefakte Knochen vortäuschen.</translation>
    </message>
    <message>
        <source>Halve it to see what it changes.</source>
        <translation>Halbieren, um zu sehen, was sich dadurch ändert.</translation>
    </message>
    <message>
        <source>Height of the guide</source>
        <translation>Höhe der Bohrschablone</translation>
    </message>
    <message>
        <source>Height of the head</source>
        <translation>Höhe des Kopfes</translation>
    </message>
    <message>
        <source>Height of the load above the platform</source>
        <translation>Höhe der Last über der Plattform</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Held at</source>
        <translation>Gehalten an</translation>
    </message>
    <message>
        <source>Held at, second</source>
        <translation>Gehalten an, zweiter Punkt</translation>
    </message>
    <message>
        <source>Held at, third</source>
        <translation>Gehalten an, dritter Punkt</translation>
    </message>
    <message>
        <source>Hernigou 2021, Int Orthop 45:2209, abstract: 7.4 N (-2 to 12).</source>
        <translation>Hernigou 2021, Int Orthop 45:2209, Zusammenfassung: 7.4 N (-2 bis 12).</translation>
    </message>
    <message>
        <source>Hernigou 2021, Int Orthop 45:2209, abstract: 91.6 W (84 to 98).</source>
        <translation>Hernigou 2021, Int Orthop 45:2209, Zusammenfassung: 91.6 W (84 bis 98).</translation>
    </message>
    <message>
        <source>Hernigou 2021, Int Orthop 45:2209, abstract: it passes within 3 mm of the centre of mass.</source>
        <translation>Hernigou 2021, Int Orthop 45:2209, Zusammenfassung: Sie verläuft höchstens 3 mm vom Schwerpunkt entfernt.</translation>
    </message>
    <message>
        <source>Hip CT</source>
        <translation>Hüft-CT</translation>
    </message>
    <message>
        <source>Hold it so that it can neither shift nor turn.</source>
        <translation>Den Körper so halten, dass er sich weder verschieben noch drehen kann.</translation>
    </message>
    <message>
        <source>Hold it so that it can neither shift nor turn; take full integration where elements lie in a single column.</source>
        <translation>Den Körper so halten, dass er sich weder verschieben noch drehen kann; volle Integration nehmen, wo Elemente in einer einzigen Säule liegen.</translation>
    </message>
    <message>
        <source>Hold of a scan</source>
        <translation>Halt eines Scans</translation>
    </message>
    <message>
        <source>Hold of the scan (0: it can slide)</source>
        <translation>Halt des Scans (0: er kann gleiten)</translation>
    </message>
    <message>
        <source>How far above the middle of that millimetre, along the axis, the load acts: a moment of force times height comes to it.</source>
        <translation>Wie weit über der Mitte dieses Millimeters, entlang der Achse, die Last wirkt: Ein Moment aus Kraft mal Höhe kommt hinzu.</translation>
    </message>
    <message>
        <source>How far around the hole nothing stands above the sleeve's upper end, for its collar and drill keys.</source>
        <translation>Wie weit um das Loch nichts über das obere Ende der Hülse hinausragt, für ihren Kragen und die Bohrlöffel.</translation>
    </message>
    <message>
        <source>How far beside the implants the guide sits on teeth or bone.</source>
        <translation>Wie weit neben den Implantaten die Bohrschablone auf Zähnen oder Knochen aufliegt.</translation>
    </message>
    <message>
        <source>How far down the guide reaches from the highest tooth, or from the highest platform where there is no tooth, against the direction in which it is lifted off.</source>
        <translation>Wie weit die Bohrschablone vom höchsten Zahn, oder von der höchsten Plattform, wo kein Zahn ist, nach unten reicht, gegen die Richtung, in der sie abgehoben wird.</translation>
    </message>
    <message>
        <source>How far the base reaches beyond the bone in the cut, at its worst place; below 0 it stays that far within.</source>
        <translation>Wie weit die Basis im Schnitt über den Knochen hinausreicht, an der ungünstigsten Stelle; unter 0 bleibt sie so weit innerhalb.</translation>
    </message>
    <message>
        <source>How far the guide's inside stays away from what it sits on.</source>
        <translation>Wie weit die Innenseite der Bohrschablone von dem entfernt bleibt, worauf sie aufliegt.</translation>
    </message>
    <message>
        <source>ISB (Wu 2002): the tibia's, if the image is of the neutral pose; tibia: %1</source>
        <translation>ISB (Wu 2002): die der Tibia, falls das Bild die Neutralstellung zeigt; Tibia: %1</translation>
    </message>
    <message>
        <source>Implants</source>
        <translation>Implantate</translation>
    </message>
    <message>
        <source>Import it again.</source>
        <translation>Noch einmal importieren.</translation>
    </message>
    <message>
        <source>Import model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <source>In the CAD model, and the core where it has no thread.</source>
        <translation>Im CAD-Modell, und für den Kern, wo kein Gewinde ist.</translation>
    </message>
    <message>
        <source>In the bone's coronal plane; below 0: valgus.</source>
        <translation>In der Koronalebene des Knochens; unter 0: Valgus.</translation>
    </message>
    <message>
        <source>In the bone's sagittal plane: it drops towards the back.</source>
        <translation>In der Sagittalebene des Knochens: nach hinten abfallend.</translation>
    </message>
    <message>
        <source>Intercondylar notch</source>
        <translation>Fossa intercondylaris</translation>
    </message>
    <message>
        <source>It holds %1 solid, of %2 mm³; triangles leave its surface by at most %3 mm.</source>
        <translation>Es enthält %1 Volumenkörper, von %2 mm³; Dreiecke weichen von seiner Oberfläche um höchstens %3 mm ab.</translation>
    </message>
    <message>
        <source>It holds %1 solids, of %2 mm³ together; triangles leave their surface by at most %3 mm.</source>
        <translation>Es enthält %1 Volumenkörper, von zusammen %2 mm³; Dreiecke weichen von ihrer Oberfläche um höchstens %3 mm ab.</translation>
    </message>
    <message>
        <source>It holds faces, but no solid; triangles leave them by at most %1 mm.</source>
        <translation>Es enthält Flächen, aber keinen Volumenkörper; Dreiecke weichen von ihnen um höchstens %1 mm ab.</translation>
    </message>
    <message>
        <source>It is damaged or in another unit: export it again in millimetres.</source>
        <translation>Es ist beschädigt oder in einer anderen Einheit: noch einmal in Millimetern exportieren.</translation>
    </message>
    <message>
        <source>It is in coordinates of its own: register it to the image, or export it in the image's coordinates (LPS).</source>
        <translation>Es steht in eigenen Koordinaten: auf das Bild registrieren oder in den Koordinaten des Bildes (LPS) exportieren.</translation>
    </message>
    <message>
        <source>It is taken for the %1 side: %2 (confidence %3).</source>
        <translation>Angenommene Seite: %1; %2 (Sicherheit %3).</translation>
    </message>
    <message>
        <source>It may lie outside the image or hang together with another bone: draw it by hand if the plan needs it.</source>
        <translation>Möglicherweise außerhalb des Bildes oder mit einem anderen Knochen verbunden: von Hand zeichnen, wenn der Plan es braucht.</translation>
    </message>
    <message>
        <source>It needs the bone laid open and pins that hold it, which it has no holes for.</source>
        <translation>Sie braucht freigelegten Knochen und Pins, die sie halten; Löcher dafür hat sie nicht.</translation>
    </message>
    <message>
        <source>Join the parts into one body in the program that made it.</source>
        <translation>Die Teile in dem Programm, das das Modell erzeugt hat, zu einem Körper vereinigen.</translation>
    </message>
    <message>
        <source>Join tubes and body</source>
        <translation>Rohre und Körper verbinden</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>Gelenk</translation>
    </message>
    <message>
        <source>Keep away from</source>
        <translation>Abstand halten von</translation>
    </message>
    <message>
        <source>Keep moved landmarks</source>
        <translation>Verschobene Landmarken behalten</translation>
    </message>
    <message>
        <source>Knee CT</source>
        <translation>Knie-CT</translation>
    </message>
    <message>
        <source>Knee, tibial tray: 3 mm or more in 18 % of standard trays and none of the custom ones; at most 1 mm is called optimal (J Knee Surg 2019;32:499). For other joints a choice.</source>
        <translation>Knie, tibiale Basisplatte: 3 mm oder mehr bei 18 % der Standardplatten und bei keiner der individuellen; höchstens 1 mm gilt als optimal (J Knee Surg 2019;32:499). Für andere Gelenke eine Wahl.</translation>
    </message>
    <message>
        <source>Landmark</source>
        <translation>Landmarke</translation>
    </message>
    <message>
        <source>Landmarks are proposals, with confidences of 0 to 1: %1.</source>
        <translation>Landmarken sind Vorschläge, mit Sicherheiten von 0 bis 1: %1.</translation>
    </message>
    <message>
        <source>Landmarks that something else made or that were moved by hand stay as they are.</source>
        <translation>Landmarken, die etwas anderes erzeugt hat oder die von Hand verschoben wurden, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Largest principal strain over its limit, at the 99th percentile of the bone at least 1.5 cubes from its surface, its support and the load.</source>
        <translation>Größte Hauptdehnung über ihrer Grenze, am 99. Perzentil des Knochens, der mindestens 1.5 Würfel von seiner Oberfläche, seiner Lagerung und der Last entfernt ist.</translation>
    </message>
    <message>
        <source>Largest size of a model</source>
        <translation>Größte Abmessung eines Modells</translation>
    </message>
    <message>
        <source>Largest size of a voxel for orthopaedic planning without a warning.</source>
        <translation>Größte Abmessung eines Voxels für orthopädische Planung ohne Warnung.</translation>
    </message>
    <message>
        <source>Lateral condyle border</source>
        <translation>Rand der lateralen Kondyle</translation>
    </message>
    <message>
        <source>Lateral condyle, most distal</source>
        <translation>Laterale Kondyle, distalster Punkt</translation>
    </message>
    <message>
        <source>Lateral condyle, most posterior</source>
        <translation>Laterale Kondyle, posteriorster Punkt</translation>
    </message>
    <message>
        <source>Lateral epicondyle</source>
        <translation>Lateraler Epikondylus</translation>
    </message>
    <message>
        <source>Lateral malleolus tip</source>
        <translation>Spitze des lateralen Malleolus</translation>
    </message>
    <message>
        <source>Laterally, from the middle of the cut bone.</source>
        <translation>Nach lateral, von der Mitte des geschnittenen Knochens aus.</translation>
    </message>
    <message>
        <source>Lay a scan upon the teeth</source>
        <translation>Scan auf die Zähne legen</translation>
    </message>
    <message>
        <source>Lays an intra-oral scan upon the teeth of the image and maps how far off it lies.</source>
        <translation>Legt einen Intraoralscan auf die Zähne des Bildes und zeigt auf einer Karte, wie weit er davon abweicht.</translation>
    </message>
    <message>
        <source>Least bone along the normals of the screw's surface, from half a diameter behind where it has entered the bone by half of its girth; below 0 it breaches by that much.</source>
        <translation>Kleinste Dicke des Knochens entlang der Normalen der Schraubenoberfläche, ab einem halben Durchmesser hinter der Stelle, an der sie mit der Hälfte ihres Umfangs in den Knochen eingetreten ist; unter 0 durchbricht sie ihn um so viel.</translation>
    </message>
    <message>
        <source>Least bone beside the screw</source>
        <translation>Kleinste Knochendicke neben der Schraube</translation>
    </message>
    <message>
        <source>Least confidence of a landmark</source>
        <translation>Kleinste Sicherheit einer Landmarke</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Leave one of them out.</source>
        <translation>Lassen Sie eine davon weg.</translation>
    </message>
    <message>
        <source>Left at the pairs of points, root mean square</source>
        <translation>Rest an den Punktpaaren, quadratisches Mittel</translation>
    </message>
    <message>
        <source>Left calcaneus</source>
        <translation>Linker Kalkaneus</translation>
    </message>
    <message>
        <source>Left femur</source>
        <translation>Linker Femur</translation>
    </message>
    <message>
        <source>Left fibula</source>
        <translation>Linke Fibula</translation>
    </message>
    <message>
        <source>Left half of the pelvis</source>
        <translation>Linke Beckenhälfte</translation>
    </message>
    <message>
        <source>Left patella</source>
        <translation>Linke Patella</translation>
    </message>
    <message>
        <source>Left talus</source>
        <translation>Linker Talus</translation>
    </message>
    <message>
        <source>Left tibia</source>
        <translation>Linke Tibia</translation>
    </message>
    <message>
        <source>Length of the thread</source>
        <translation>Länge des Gewindes</translation>
    </message>
    <message>
        <source>Less than 0.3 mm is wanted: a proposal for this planner, not from a study.</source>
        <translation>Gewünscht sind weniger als 0.3 mm: ein Vorschlag für diesen Planer, nicht aus einer Studie.</translation>
    </message>
    <message>
        <source>Let tubes and body be joined, give more thickness or reach, or make a guide for each.</source>
        <translation>Lassen Sie Rohre und Körper verbinden, wählen Sie mehr Dicke oder Reichweite oder erstellen Sie für jedes Implantat eine eigene Bohrschablone.</translation>
    </message>
    <message>
        <source>Lifted off towards</source>
        <translation>Abgehoben in Richtung</translation>
    </message>
    <message>
        <source>Load above the implant's top</source>
        <translation>Last über der Oberkante des Implantats</translation>
    </message>
    <message>
        <source>Load at</source>
        <translation>Last an</translation>
    </message>
    <message>
        <source>Load it again from its file.</source>
        <translation>Laden Sie ihn erneut aus seiner Datei.</translation>
    </message>
    <message>
        <source>Load on '%1'</source>
        <translation>Last auf „%1“</translation>
    </message>
    <message>
        <source>Load on a bone</source>
        <translation>Last auf einem Knochen</translation>
    </message>
    <message>
        <source>Load the scan first.</source>
        <translation>Laden Sie zuerst den Scan.</translation>
    </message>
    <message>
        <source>Look at each before relying on it.</source>
        <translation>Sehen Sie sich jede an, bevor Sie sich darauf verlassen.</translation>
    </message>
    <message>
        <source>Look at each tip, or plan on thinner slices.</source>
        <translation>Sehen Sie sich jede Spitze an oder planen Sie auf dünneren Schichten.</translation>
    </message>
    <message>
        <source>Look at it in the image and move it if it is wrong.</source>
        <translation>Prüfen Sie sie im Bild und verschieben Sie sie, falls sie falsch liegt.</translation>
    </message>
    <message>
        <source>Look at it slice by slice.</source>
        <translation>Sehen Sie sich den Knochen Schicht für Schicht an.</translation>
    </message>
    <message>
        <source>Look at its mask.</source>
        <translation>Sehen Sie sich seine Maske an.</translation>
    </message>
    <message>
        <source>Look at that place before it is printed.</source>
        <translation>Sehen Sie sich diese Stelle vor dem Druck an.</translation>
    </message>
    <message>
        <source>Look at the axis: a cylinder fitted to the dome is not the axis of motion that was published.</source>
        <translation>Sehen Sie sich die Achse an: Die Achse eines an den Talusdom angepassten Zylinders ist nicht die veröffentlichte Bewegungsachse.</translation>
    </message>
    <message>
        <source>Look at the joint: raise the threshold, use thinner slices, or part them by hand.</source>
        <translation>Sehen Sie sich das Gelenk an: Erhöhen Sie den Schwellenwert, nehmen Sie dünnere Schichten oder trennen Sie die Knochen von Hand.</translation>
    </message>
    <message>
        <source>Look at the landmarks and set them anew.</source>
        <translation>Sehen Sie sich die Landmarken an und setzen Sie sie neu.</translation>
    </message>
    <message>
        <source>Look at the landmarks of both bones.</source>
        <translation>Sehen Sie sich die Landmarken beider Knochen an.</translation>
    </message>
    <message>
        <source>Look at the landmarks of the talus.</source>
        <translation>Sehen Sie sich die Landmarken des Talus an.</translation>
    </message>
    <message>
        <source>Look at the map: mend the teeth's mask, set pairs of points, or cut gingiva off the scan.</source>
        <translation>Sehen Sie sich die Karte an: Verbessern Sie die Maske der Zähne, setzen Sie Punktpaare oder schneiden Sie Gingiva vom Scan ab.</translation>
    </message>
    <message>
        <source>Look at the mask: the proximal femur must be in the image.</source>
        <translation>Sehen Sie sich die Maske an: Der proximale Femur muss im Bild sein.</translation>
    </message>
    <message>
        <source>Look at the masks: the joint's end of each bone must be in the image.</source>
        <translation>Sehen Sie sich die Masken an: Das gelenkseitige Ende jedes Knochens muss im Bild sein.</translation>
    </message>
    <message>
        <source>Look at the order of its nodes and at where the middles of its edges lie.</source>
        <translation>Sehen Sie sich die Reihenfolge seiner Knoten an und wo die Mitten seiner Kanten liegen.</translation>
    </message>
    <message>
        <source>Look at their masks.</source>
        <translation>Sehen Sie sich ihre Masken an.</translation>
    </message>
    <message>
        <source>Look at what gives it.</source>
        <translation>Sehen Sie sich an, woher der Wert kommt.</translation>
    </message>
    <message>
        <source>Look at what gives the load.</source>
        <translation>Sehen Sie sich an, woher die Last kommt.</translation>
    </message>
    <message>
        <source>Look at what made the mesh.</source>
        <translation>Sehen Sie sich an, woraus das Netz entstand.</translation>
    </message>
    <message>
        <source>Look there: the scan may be bent, the image have an artefact, or it is gingiva.</source>
        <translation>Sehen Sie dort nach: Der Scan kann verzogen sein, das Bild ein Artefakt haben, oder es ist Gingiva.</translation>
    </message>
    <message>
        <source>Look where on the map, and compute it with smaller cubes.</source>
        <translation>Sehen Sie auf der Karte nach, wo, und rechnen Sie mit kleineren Würfeln.</translation>
    </message>
    <message>
        <source>Look whether drill and guide pass, or make a guide for each.</source>
        <translation>Prüfen Sie, ob Bohrer und Bohrschablone aneinander vorbeikommen, oder erstellen Sie für jedes Implantat eine eigene Bohrschablone.</translation>
    </message>
    <message>
        <source>Lower the bone threshold, or choose a CT of a leg in Hounsfield units.</source>
        <translation>Senken Sie den Schwellenwert für Knochen oder wählen Sie ein CT eines Beins in Hounsfield-Einheiten.</translation>
    </message>
    <message>
        <source>Make a closed surface first.</source>
        <translation>Erzeugen Sie zuerst eine geschlossene Oberfläche.</translation>
    </message>
    <message>
        <source>Make a drill guide</source>
        <translation>Bohrschablone erstellen</translation>
    </message>
    <message>
        <source>Make it coarser first.</source>
        <translation>Vergröbern Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Make the surface from a mask.</source>
        <translation>Erzeugen Sie die Oberfläche aus einer Maske.</translation>
    </message>
    <message>
        <source>Make the surface from its mask again.</source>
        <translation>Erzeugen Sie die Oberfläche neu aus ihrer Maske.</translation>
    </message>
    <message>
        <source>Make the surfaces of both bones first.</source>
        <translation>Erzeugen Sie zuerst die Oberflächen beider Knochen.</translation>
    </message>
    <message>
        <source>Makes a guide with sleeves for placed implants, to be printed, and its drill list.</source>
        <translation>Erstellt für gesetzte Implantate eine Bohrschablone mit Hülsen zum Drucken und ihre Bohrliste.</translation>
    </message>
    <message>
        <source>Map of the residual</source>
        <translation>Karte der Restabweichung</translation>
    </message>
    <message>
        <source>Medial condyle border</source>
        <translation>Rand der medialen Kondyle</translation>
    </message>
    <message>
        <source>Medial condyle, most distal</source>
        <translation>Mediale Kondyle, distalster Punkt</translation>
    </message>
    <message>
        <source>Medial condyle, most posterior</source>
        <translation>Mediale Kondyle, posteriorster Punkt</translation>
    </message>
    <message>
        <source>Medial epicondyle</source>
        <translation>Medialer Epikondylus</translation>
    </message>
    <message>
        <source>Medial malleolus tip</source>
        <translation>Spitze des medialen Malleolus</translation>
    </message>
    <message>
        <source>Medial to lateral; 0: proposed.</source>
        <translation>Von medial nach lateral; 0: wird vorgeschlagen.</translation>
    </message>
    <message>
        <source>Metal from</source>
        <translation>Metall ab</translation>
    </message>
    <message>
        <source>Move a landmark</source>
        <translation>Landmarke verschieben</translation>
    </message>
    <message>
        <source>Move it back.</source>
        <translation>Verschieben Sie sie zurück.</translation>
    </message>
    <message>
        <source>Move it outwards, or take a smaller size.</source>
        <translation>Verschieben Sie sie nach außen oder nehmen Sie eine kleinere Größe.</translation>
    </message>
    <message>
        <source>Move it, or take a shorter one.</source>
        <translation>Verschieben Sie sie oder nehmen Sie eine kürzere.</translation>
    </message>
    <message>
        <source>Move it, or take a thinner one.</source>
        <translation>Verschieben Sie sie oder nehmen Sie eine dünnere.</translation>
    </message>
    <message>
        <source>Move one of them.</source>
        <translation>Verschieben Sie eines von beiden.</translation>
    </message>
    <message>
        <source>Move the point 'Held at' into the bone.</source>
        <translation>Verschieben Sie den Punkt „Gehalten an“ in den Knochen.</translation>
    </message>
    <message>
        <source>Move the point 'Towards'.</source>
        <translation>Verschieben Sie den Punkt „Richtung“.</translation>
    </message>
    <message>
        <source>Neither tibia nor femur is given.</source>
        <translation>Weder Tibia noch Femur ist angegeben.</translation>
    </message>
    <message>
        <source>No bone lies on the side of the point that is held.</source>
        <translation>Auf der Seite des Punkts, die gehalten wird, liegt kein Knochen.</translation>
    </message>
    <message>
        <source>No bone was found: nothing of %1 mL lies above %2 HU.</source>
        <translation>Es wurde kein Knochen gefunden: Kein Teil von %1 mL liegt über %2 HU.</translation>
    </message>
    <message>
        <source>No breach: grade A of Gertzbein and Robbins 1990, from memory.</source>
        <translation>Kein Durchbruch: Grad A nach Gertzbein und Robbins 1990, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>No circle fits the lower rim of the glenoid.</source>
        <translation>Kein Kreis passt an den unteren Rand des Glenoids.</translation>
    </message>
    <message>
        <source>No femoral head is found in the mask of the femur.</source>
        <translation>In der Maske des Femurs wird kein Hüftkopf gefunden.</translation>
    </message>
    <message>
        <source>No landmark is found in these masks.</source>
        <translation>In diesen Masken wird keine Landmarke gefunden.</translation>
    </message>
    <message>
        <source>No place of the surface comes within %1 mm of the other one.</source>
        <translation>Keine Stelle der Oberfläche kommt der anderen näher als %1 mm.</translation>
    </message>
    <message>
        <source>No scan was given: the gum is not known, and the guide may press on it.</source>
        <translation>Kein Scan war angegeben: Das Zahnfleisch ist nicht bekannt, und die Bohrschablone kann darauf drücken.</translation>
    </message>
    <message>
        <source>No source: a choice of this program.</source>
        <translation>Keine Quelle: eine Wahl dieses Programms.</translation>
    </message>
    <message>
        <source>No source: a choice of this program. A body of 1 m that is read as millimetres comes out at 1 mm.</source>
        <translation>Keine Quelle: eine Wahl dieses Programms. Ein Körper von 1 m, der als Millimeter gelesen wird, ist danach 1 mm groß.</translation>
    </message>
    <message>
        <source>No source: a choice of this program. Longer than nearly everybody is tall.</source>
        <translation>Keine Quelle: eine Wahl dieses Programms. Länger, als fast jeder Mensch groß ist.</translation>
    </message>
    <message>
        <source>Nothing holds the bone.</source>
        <translation>Nichts hält den Knochen.</translation>
    </message>
    <message>
        <source>Nothing in the image tells left from right with certainty: the side was taken from the place in the scanner.</source>
        <translation>Nichts im Bild unterscheidet links und rechts sicher: Die Seite wurde aus der Lage im Scanner bestimmt.</translation>
    </message>
    <message>
        <source>Nothing is left to do; a mirrored model would look so too: check it.</source>
        <translation>Es bleibt nichts zu tun; auch ein gespiegeltes Modell sähe so aus: Prüfen Sie es.</translation>
    </message>
    <message>
        <source>Nothing keeps a part of the body from moving as a whole.</source>
        <translation>Nichts hindert einen Teil des Körpers daran, sich als Ganzes zu bewegen.</translation>
    </message>
    <message>
        <source>Of a single leg, where the image does not tell; two legs are told apart by their place.</source>
        <translation>Eines einzelnen Beins, wenn das Bild sie nicht zeigt; zwei Beine werden nach ihrer Lage unterschieden.</translation>
    </message>
    <message>
        <source>Of bone and cement.</source>
        <translation>Von Knochen und Zement.</translation>
    </message>
    <message>
        <source>Of its body, from the inside outwards.</source>
        <translation>Ihres Körpers, von innen nach außen.</translation>
    </message>
    <message>
        <source>Of the bore that the drills and keys run in.</source>
        <translation>Der Bohrung, in der Bohrer und Bohrlöffel laufen.</translation>
    </message>
    <message>
        <source>Of the component, in the bone's transverse plane.</source>
        <translation>Der Komponente, in der Transversalebene des Knochens.</translation>
    </message>
    <message>
        <source>Of the grid that the guide is made on; its edges are bevelled by as much.</source>
        <translation>Des Gitters, auf dem die Bohrschablone erstellt wird; um ebenso viel werden ihre Kanten abgeschrägt.</translation>
    </message>
    <message>
        <source>Of the hole in the guide that takes the sleeve, with the room that the printer needs.</source>
        <translation>Des Lochs in der Bohrschablone, das die Hülse aufnimmt, mit dem Spiel, das der Drucker braucht.</translation>
    </message>
    <message>
        <source>Of the landmarks.</source>
        <translation>Der Landmarken.</translation>
    </message>
    <message>
        <source>Of the one leg; for the ankle and the knee. Empty: that of the side.</source>
        <translation>Des einen Beins; für Sprunggelenk und Knie. Leer: die der Seite.</translation>
    </message>
    <message>
        <source>Of the result; empty: after the scan.</source>
        <translation>Des Ergebnisses; leer: nach dem Scan.</translation>
    </message>
    <message>
        <source>Of the same leg; for the ankle, and it tells the side of a knee. Empty: that of the side.</source>
        <translation>Desselben Beins; für das Sprunggelenk, und sie zeigt die Seite eines Knies. Leer: die der Seite.</translation>
    </message>
    <message>
        <source>Of the same leg; for the ankle. Empty: that of the side.</source>
        <translation>Desselben Beins; für das Sprunggelenk. Leer: der der Seite.</translation>
    </message>
    <message>
        <source>Of the same leg; for the knee and the hip. Empty: that of the side.</source>
        <translation>Desselben Beins; für Knie und Hüfte. Leer: der der Seite.</translation>
    </message>
    <message>
        <source>Of the scan on the teeth 5 % lie farther than %1 mm from them (half: %2 mm); at most %3 mm are wanted.</source>
        <translation>Vom Scan auf den Zähnen liegen 5 % weiter als %1 mm von ihnen entfernt (die Hälfte: %2 mm); gewünscht sind höchstens %3 mm.</translation>
    </message>
    <message>
        <source>Of the scan that the fit looks at.</source>
        <translation>Des Scans, die bei der Anpassung betrachtet werden.</translation>
    </message>
    <message>
        <source>On the bone's surface: below the head.</source>
        <translation>Auf der Oberfläche des Knochens: unter dem Kopf.</translation>
    </message>
    <message>
        <source>One hundredth of the guide's walls is thinner than %1 mm.</source>
        <translation>Ein Hundertstel der Wände der Bohrschablone ist dünner als %1 mm.</translation>
    </message>
    <message>
        <source>Only %1 % of the scan lie within reach of the teeth.</source>
        <translation>Nur %1 % des Scans liegen in Reichweite der Zähne.</translation>
    </message>
    <message>
        <source>Only %1 mm of bone are left medially.</source>
        <translation>Medial bleiben nur %1 mm Knochen.</translation>
    </message>
    <message>
        <source>Only one of width and depth is given.</source>
        <translation>Von Breite und Tiefe ist nur eines angegeben.</translation>
    </message>
    <message>
        <source>Other bones of the left foot</source>
        <translation>Andere Knochen des linken Fußes</translation>
    </message>
    <message>
        <source>Other bones of the right foot</source>
        <translation>Andere Knochen des rechten Fußes</translation>
    </message>
    <message>
        <source>Overhang</source>
        <translation>Überhang</translation>
    </message>
    <message>
        <source>Overhang of a proposed size</source>
        <translation>Überhang einer vorgeschlagenen Größe</translation>
    </message>
    <message>
        <source>Overhang, worst place</source>
        <translation>Überhang, schlechteste Stelle</translation>
    </message>
    <message>
        <source>PMMA 2000 to 2500 MPa, from memory; bone that cement has gone into is another matter.</source>
        <translation>PMMA 2000 bis 2500 MPa, aus dem Gedächtnis; Knochen, in den Zement eingedrungen ist, ist etwas anderes.</translation>
    </message>
    <message>
        <source>Pairs of points, after</source>
        <translation>Punktpaare, nachher</translation>
    </message>
    <message>
        <source>Part of the scan on the teeth</source>
        <translation>Teil des Scans auf den Zähnen</translation>
    </message>
    <message>
        <source>Parts of a smaller volume are dropped: calcium, cables.</source>
        <translation>Teile mit kleinerem Volumen werden weggelassen: Kalk, Kabel.</translation>
    </message>
    <message>
        <source>Pegs must be thinner than the base, holes smaller than a plate and a millimetre apart.</source>
        <translation>Zapfen müssen dünner sein als die Basis, Löcher kleiner als eine Platte und einen Millimeter voneinander entfernt.</translation>
    </message>
    <message>
        <source>Place a bone screw</source>
        <translation>Knochenschraube setzen</translation>
    </message>
    <message>
        <source>Place a joint component</source>
        <translation>Gelenkkomponente setzen</translation>
    </message>
    <message>
        <source>Place an implant first, or choose fewer.</source>
        <translation>Setzen Sie zuerst ein Implantat oder wählen Sie weniger.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Plafond centre</source>
        <translation>Mitte des Plafonds</translation>
    </message>
    <message>
        <source>Plans with the implants that are drilled for; empty: all in the case.</source>
        <translation>Pläne mit den Implantaten, für die gebohrt wird; leer: alle im Fall.</translation>
    </message>
    <message>
        <source>Points on the image</source>
        <translation>Punkte auf dem Bild</translation>
    </message>
    <message>
        <source>Points on the scan</source>
        <translation>Punkte auf dem Scan</translation>
    </message>
    <message>
        <source>Poisson's ratio must lie between -0.99 and 0.499.</source>
        <translation>Die Querkontraktionszahl muss zwischen -0.99 und 0.499 liegen.</translation>
    </message>
    <message>
        <source>Propose the bones of the joint first.</source>
        <translation>Lassen Sie zuerst die Knochen des Gelenks vorschlagen.</translation>
    </message>
    <message>
        <source>Proposes femur and pelvis of each side in a CT of one or both hips, makes their surfaces and measures them.</source>
        <translation>Schlägt in einem CT einer oder beider Hüften Femur und Becken jeder Seite vor, erzeugt ihre Oberflächen und misst sie.</translation>
    </message>
    <message>
        <source>Proposes femur, tibia, fibula and patella in a CT of one or both knees, makes their surfaces and measures them.</source>
        <translation>Schlägt in einem CT eines oder beider Knie Femur, Tibia, Fibula und Patella vor, erzeugt ihre Oberflächen und misst sie.</translation>
    </message>
    <message>
        <source>Proposes landmarks of an ankle, knee or hip from masks of its bones; they can be moved.</source>
        <translation>Schlägt aus Masken der Knochen Landmarken eines Sprunggelenks, eines Knies oder einer Hüfte vor; sie lassen sich verschieben.</translation>
    </message>
    <message>
        <source>Proposes the bones about an ankle, knee or hip one by one, left and right apart.</source>
        <translation>Schlägt die Knochen an Sprunggelenk, Knie oder Hüfte einzeln vor, links und rechts getrennt.</translation>
    </message>
    <message>
        <source>Proposes the bones of an ankle in a calibrated CT, one structure each, with surfaces and the landmarks of the joint: look at all of them.</source>
        <translation>Schlägt in einem kalibrierten CT die Knochen eines Sprunggelenks vor, je eine Struktur, mit Oberflächen und den Landmarken des Gelenks: Sehen Sie sich alle an.</translation>
    </message>
    <message>
        <source>Protocols of patient-specific instruments ask for 1 mm and less, from memory.</source>
        <translation>Protokolle patientenspezifischer Instrumente verlangen 1 mm und weniger, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Protocols of patient-specific instruments ask for 1 mm or thinner, from memory.</source>
        <translation>Protokolle patientenspezifischer Instrumente verlangen 1 mm oder dünner, aus dem Gedächtnis.</translation>
    </message>
    <message>
        <source>Put it on a node of an element.</source>
        <translation>Setzen Sie sie auf einen Knoten eines Elements.</translation>
    </message>
    <message>
        <source>Puts a landmark to another place; its name stays.</source>
        <translation>Setzt eine Landmarke an eine andere Stelle; ihr Name bleibt.</translation>
    </message>
    <message>
        <source>Puts a pedicle or cannulated screw into a bone and says whether it breaches it and what it keeps away from.</source>
        <translation>Setzt eine Pedikel- oder kanülierte Schraube in einen Knochen und sagt, ob sie ihn durchbricht und wovon sie sich fernhält.</translation>
    </message>
    <message>
        <source>Radius held</source>
        <translation>Gehaltener Radius</translation>
    </message>
    <message>
        <source>Radius of the femoral head</source>
        <translation>Radius des Hüftkopfs</translation>
    </message>
    <message>
        <source>Radius of the load</source>
        <translation>Radius der Last</translation>
    </message>
    <message>
        <source>Radius of the talar dome</source>
        <translation>Radius des Talusdoms</translation>
    </message>
    <message>
        <source>Reach 0.05 to 100 mm, trimmed share 0 to 90 %.</source>
        <translation>Reichweite 0.05 bis 100 mm, weggelassener Anteil 0 bis 90 %.</translation>
    </message>
    <message>
        <source>Reach of the guide</source>
        <translation>Reichweite der Bohrschablone</translation>
    </message>
    <message>
        <source>Read its figures as those of a static equivalent.</source>
        <translation>Lesen Sie die Zahlen als die einer statischen Ersatzlast.</translation>
    </message>
    <message>
        <source>Reading the model file</source>
        <translation>Modelldatei wird gelesen</translation>
    </message>
    <message>
        <source>Reads STEP (boundary representation: AP203, AP214, AP242) and STL (binary and ASCII): implants, guides, scans of a surface. Files are read by a process of its own, so that a damaged one does no harm.

STEP names its unit, and lengths are converted to millimetres; solids become triangles that leave the true surface by a two-thousandth of the model's diagonal, at least 0.005 mm and at most 0.1 mm. STL has no unit: say it.

The surface is looked through: open edges, triangles turned round, triangles that go through each other. A closed surface that is inside out is turned round. Nothing else is repaired.

Limits: files up to 256 MiB, 5 million triangles (STL), 2 million (STEP), 1000 solids. Coordinates are taken as they are, as patient coordinates (LPS): a model of another frame must be registered. Colours, names and tolerances of a STEP file are not read.</source>
        <translation>Liest STEP (Randdarstellung: AP203, AP214, AP242) und STL (binär und ASCII): Implantate, Schablonen, Scans einer Oberfläche. Dateien werden von einem eigenen Prozess gelesen, damit eine beschädigte keinen Schaden anrichtet.

STEP nennt seine Einheit, und Längen werden in Millimeter umgerechnet; aus Volumenkörpern werden Dreiecke, die von der wahren Oberfläche um ein Zweitausendstel der Diagonale des Modells abweichen, mindestens 0.005 mm und höchstens 0.1 mm. STL hat keine Einheit: Geben Sie sie an.

Die Oberfläche wird geprüft: offene Kanten, umgedrehte Dreiecke, Dreiecke, die einander durchdringen. Eine geschlossene Oberfläche, deren Innenseite außen liegt, wird umgedreht. Sonst wird nichts repariert.

Grenzen: Dateien bis 256 MiB, 5 Millionen Dreiecke (STL), 2 Millionen (STEP), 1000 Volumenkörper. Koordinaten werden genommen, wie sie sind, als Patientenkoordinaten (LPS): Ein Modell mit anderem Bezugssystem muss registriert werden. Farben, Namen und Toleranzen einer STEP-Datei werden nicht gelesen.</translation>
    </message>
    <message>
        <source>Repair it in the CAD program, or look closely at its surface.</source>
        <translation>Im CAD-Programm reparieren oder die Oberfläche genau ansehen.</translation>
    </message>
    <message>
        <source>Repair it, or join the parts, in the program that made it; volumes count overlaps twice.</source>
        <translation>In dem Programm, das das Modell erzeugt hat, reparieren oder die Teile vereinigen; Volumen zählen Überlappungen doppelt.</translation>
    </message>
    <message>
        <source>Resection of the distal tibia</source>
        <translation>Resektion der distalen Tibia</translation>
    </message>
    <message>
        <source>Resection of the proximal tibia</source>
        <translation>Resektion der proximalen Tibia</translation>
    </message>
    <message>
        <source>Resection of the talus</source>
        <translation>Resektion des Talus</translation>
    </message>
    <message>
        <source>Resection, lateral</source>
        <translation>Resektion, lateral</translation>
    </message>
    <message>
        <source>Resection, medial</source>
        <translation>Resektion, medial</translation>
    </message>
    <message>
        <source>Residual of '%1'</source>
        <translation>Restabweichung von „%1“</translation>
    </message>
    <message>
        <source>Residual of a scan</source>
        <translation>Restabweichung eines Scans</translation>
    </message>
    <message>
        <source>Right calcaneus</source>
        <translation>Rechter Kalkaneus</translation>
    </message>
    <message>
        <source>Right femur</source>
        <translation>Rechter Femur</translation>
    </message>
    <message>
        <source>Right fibula</source>
        <translation>Rechte Fibula</translation>
    </message>
    <message>
        <source>Right half of the pelvis</source>
        <translation>Rechte Beckenhälfte</translation>
    </message>
    <message>
        <source>Right patella</source>
        <translation>Rechte Patella</translation>
    </message>
    <message>
        <source>Right talus</source>
        <translation>Rechter Talus</translation>
    </message>
    <message>
        <source>Right tibia</source>
        <translation>Rechte Tibia</translation>
    </message>
    <message>
        <source>Room about the sleeve's upper end</source>
        <translation>Freiraum um das obere Ende der Hülse</translation>
    </message>
    <message>
        <source>Root mean square distance between the points on the scan and those on the image after it was laid upon the teeth.</source>
        <translation>Quadratisches Mittel des Abstands zwischen den Punkten auf dem Scan und denen auf dem Bild, nachdem er auf die Zähne gelegt wurde.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Scan more teeth, on both sides of the jaw, and check the result on the slices.</source>
        <translation>Scannen Sie mehr Zähne, auf beiden Seiten des Kiefers, und prüfen Sie das Ergebnis auf den Schichten.</translation>
    </message>
    <message>
        <source>Screw %1 x %2 mm, %3</source>
        <translation>Schraube %1 x %2 mm, %3</translation>
    </message>
    <message>
        <source>Screw (%1)</source>
        <translation>Schraube (%1)</translation>
    </message>
    <message>
        <source>Segment one of them, or name its structure.</source>
        <translation>Segmentieren Sie einen der beiden Knochen oder geben Sie seine Struktur an.</translation>
    </message>
    <message>
        <source>Segment one of them.</source>
        <translation>Einen der beiden Knochen segmentieren.</translation>
    </message>
    <message>
        <source>Segment the bone first.</source>
        <translation>Zuerst den Knochen segmentieren.</translation>
    </message>
    <message>
        <source>Segment the bone, or name its structure.</source>
        <translation>Segmentieren Sie den Knochen oder geben Sie seine Struktur an.</translation>
    </message>
    <message>
        <source>Segment the teeth first.</source>
        <translation>Segmentieren Sie zuerst die Zähne.</translation>
    </message>
    <message>
        <source>Segment the teeth or the jaw, or give a scan.</source>
        <translation>Segmentieren Sie die Zähne oder den Kiefer oder geben Sie einen Scan an.</translation>
    </message>
    <message>
        <source>Set both landmarks apart.</source>
        <translation>Die beiden Landmarken voneinander entfernt setzen.</translation>
    </message>
    <message>
        <source>Set each place on the scan and on the image.</source>
        <translation>Setzen Sie jede Stelle auf dem Scan und auf dem Bild.</translation>
    </message>
    <message>
        <source>Set its landmarks.</source>
        <translation>Die zugehörigen Landmarken setzen.</translation>
    </message>
    <message>
        <source>Set its point on the bone, or give a larger radius.</source>
        <translation>Setzen Sie ihren Punkt auf den Knochen oder geben Sie einen größeren Radius an.</translation>
    </message>
    <message>
        <source>Set its points all around the rim.</source>
        <translation>Die Punkte rings um den ganzen Rand setzen.</translation>
    </message>
    <message>
        <source>Set more all around it.</source>
        <translation>Weitere rings um den Rand setzen.</translation>
    </message>
    <message>
        <source>Set one on the other side of the jaw.</source>
        <translation>Setzen Sie ein Paar auf der anderen Seite des Kiefers.</translation>
    </message>
    <message>
        <source>Set pairs of points, or run it again from the result.</source>
        <translation>Setzen Sie Punktpaare oder rechnen Sie vom Ergebnis aus noch einmal.</translation>
    </message>
    <message>
        <source>Set the pairs of points again.</source>
        <translation>Die Punktpaare noch einmal setzen.</translation>
    </message>
    <message>
        <source>Set the point 'Held at'.</source>
        <translation>Setzen Sie den Punkt „Gehalten an“.</translation>
    </message>
    <message>
        <source>Set the side, and check it against the patient.</source>
        <translation>Die Seite angeben und mit dem Patienten vergleichen.</translation>
    </message>
    <message>
        <source>Set the target deeper in the bone.</source>
        <translation>Setzen Sie das Ziel tiefer in den Knochen.</translation>
    </message>
    <message>
        <source>Set this landmark.</source>
        <translation>Diese Landmarke setzen.</translation>
    </message>
    <message>
        <source>Set three or more, far apart, or none if the scan lies near already.</source>
        <translation>Setzen Sie mindestens drei, weit voneinander entfernt, oder keine, wenn der Scan schon nahe liegt.</translation>
    </message>
    <message>
        <source>Set varus nearer to 0, or give your own limit.</source>
        <translation>Setzen Sie den Varus näher an 0 oder geben Sie einen eigenen Grenzwert an.</translation>
    </message>
    <message>
        <source>Sets width and depth; empty: the largest that does not overhang.</source>
        <translation>Legt Breite und Tiefe fest; leer: die größte, die nicht überhängt.</translation>
    </message>
    <message>
        <source>Shaft axis, distal end</source>
        <translation>Schaftachse, distales Ende</translation>
    </message>
    <message>
        <source>Shaft axis, proximal end</source>
        <translation>Schaftachse, proximales Ende</translation>
    </message>
    <message>
        <source>Share left out</source>
        <translation>Weggelassener Anteil</translation>
    </message>
    <message>
        <source>Share of the cut bone that the base covers; of knees alone.</source>
        <translation>Anteil des geschnittenen Knochens, den die Basis bedeckt; nur bei Knien.</translation>
    </message>
    <message>
        <source>Share of the scan's area that lies within reach of the teeth.</source>
        <translation>Anteil der Fläche des Scans, der in Reichweite der Zähne liegt.</translation>
    </message>
    <message>
        <source>Share of the scan, the farthest from the teeth, that has no say in where it comes to lie.</source>
        <translation>Anteil des Scans, der am weitesten von den Zähnen entfernt liegt und nicht mitbestimmt, wo der Scan zu liegen kommt.</translation>
    </message>
    <message>
        <source>Shift at the middle of the scan</source>
        <translation>Verschiebung in der Mitte des Scans</translation>
    </message>
    <message>
        <source>Shift forwards</source>
        <translation>Verschiebung nach vorn</translation>
    </message>
    <message>
        <source>Shift outwards</source>
        <translation>Verschiebung nach außen</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Sleeve above the platform</source>
        <translation>Hülse über der Plattform</translation>
    </message>
    <message>
        <source>Sleeve to what the guide sits on, %1</source>
        <translation>Hülse bis zur Auflage der Bohrschablone, %1</translation>
    </message>
    <message>
        <source>Sleeve, height</source>
        <translation>Hülse, Höhe</translation>
    </message>
    <message>
        <source>Sleeve, inner diameter</source>
        <translation>Hülse, Innendurchmesser</translation>
    </message>
    <message>
        <source>Sleeve, outer diameter</source>
        <translation>Hülse, Außendurchmesser</translation>
    </message>
    <message>
        <source>Slices that are thicker blur the gaps of joints and thin cortex: the user is warned.</source>
        <translation>In dickeren Schichten verschwimmen Gelenkspalte und dünne Kortikalis: Der Benutzer wird gewarnt.</translation>
    </message>
    <message>
        <source>Slope of the cut</source>
        <translation>Slope des Schnitts</translation>
    </message>
    <message>
        <source>Slope, sagittal plane</source>
        <translation>Slope, Sagittalebene</translation>
    </message>
    <message>
        <source>Smallest distance between the surfaces of two screws or implants.</source>
        <translation>Kleinster Abstand zwischen den Oberflächen zweier Schrauben oder Implantate.</translation>
    </message>
    <message>
        <source>Smallest distance from the screw's surface to the structures named.</source>
        <translation>Kleinster Abstand von der Oberfläche der Schraube zu den genannten Strukturen.</translation>
    </message>
    <message>
        <source>Smallest eigenvalue of the normal matrix of the fit by mean, turns measured at the root mean square distance from the middle: 0 where a scan can slide (a plane, a ball), at most a third.</source>
        <translation>Kleinster Eigenwert der gemittelten Normalgleichungsmatrix der Anpassung, Drehungen gemessen im quadratischen Mittel des Abstands von der Mitte: 0, wo ein Scan gleiten kann (eine Ebene, eine Kugel), höchstens ein Drittel.</translation>
    </message>
    <message>
        <source>Smallest part</source>
        <translation>Kleinster Teil</translation>
    </message>
    <message>
        <source>Smallest size of a model</source>
        <translation>Kleinste Abmessung eines Modells</translation>
    </message>
    <message>
        <source>Smooth it or segment the bone again.</source>
        <translation>Die Maske glätten oder den Knochen neu segmentieren.</translation>
    </message>
    <message>
        <source>Static equivalent of an impact: the load times this; no inertia is computed.</source>
        <translation>Statische Ersatzlast eines Stoßes: die Last mal diesem Faktor; Trägheit wird nicht berechnet.</translation>
    </message>
    <message>
        <source>Stiffness, in newtons a millimetre</source>
        <translation>Steifigkeit, in Newton je Millimeter</translation>
    </message>
    <message>
        <source>Stress of '%1'</source>
        <translation>Spannung von „%1“</translation>
    </message>
    <message>
        <source>Surface of teeth and gum, registered to the image; with it, masks are not used.</source>
        <translation>Oberfläche von Zähnen und Zahnfleisch, auf das Bild registriert; mit ihr werden Masken nicht benutzt.</translation>
    </message>
    <message>
        <source>Surface of the teeth</source>
        <translation>Oberfläche der Zähne</translation>
    </message>
    <message>
        <source>Take a larger size, or move it.</source>
        <translation>Nehmen Sie eine größere Größe oder verschieben Sie die Komponente.</translation>
    </message>
    <message>
        <source>Take a shorter one, unless it is meant to hold in both cortices.</source>
        <translation>Nehmen Sie eine kürzere, sofern sie nicht bikortikal halten soll.</translation>
    </message>
    <message>
        <source>Take a smaller size, or move it.</source>
        <translation>Nehmen Sie eine kleinere Größe oder verschieben Sie die Komponente.</translation>
    </message>
    <message>
        <source>Take a thinner sleeve, set it higher, or move the implant.</source>
        <translation>Nehmen Sie eine dünnere Hülse, setzen Sie sie höher oder verschieben Sie das Implantat.</translation>
    </message>
    <message>
        <source>Take a wider sleeve if it shall be set through the guide.</source>
        <translation>Nehmen Sie eine weitere Hülse, wenn es durch die Bohrschablone gesetzt werden soll.</translation>
    </message>
    <message>
        <source>Take fewer and larger elements.</source>
        <translation>Weniger und größere Elemente nehmen.</translation>
    </message>
    <message>
        <source>Take fewer of them.</source>
        <translation>Weniger davon nehmen.</translation>
    </message>
    <message>
        <source>Take fewer points, or fewer designs.</source>
        <translation>Weniger Punkte oder weniger Stützstellen nehmen.</translation>
    </message>
    <message>
        <source>Take larger cubes, or a smaller piece of the bone.</source>
        <translation>Nehmen Sie größere Würfel oder ein kleineres Stück des Knochens.</translation>
    </message>
    <message>
        <source>Take larger voxels, less reach, or fewer implants; choose the teeth of this jaw alone.</source>
        <translation>Nehmen Sie größere Voxel, weniger Reichweite oder weniger Implantate; wählen Sie nur die Zähne dieses Kiefers.</translation>
    </message>
    <message>
        <source>Take larger voxels.</source>
        <translation>Größere Voxel nehmen.</translation>
    </message>
    <message>
        <source>Take smaller cubes.</source>
        <translation>Nehmen Sie kleinere Würfel.</translation>
    </message>
    <message>
        <source>Take the place of a node.</source>
        <translation>Den Ort eines Knotens nehmen.</translation>
    </message>
    <message>
        <source>Take thinner sleeves, or make a guide for each.</source>
        <translation>Nehmen Sie dünnere Hülsen oder erstellen Sie für jedes Implantat eine eigene Bohrschablone.</translation>
    </message>
    <message>
        <source>Talar axis, distance to the centre of mass</source>
        <translation>Talusachse, Abstand zum Schwerpunkt</translation>
    </message>
    <message>
        <source>Talar axis, greatest latitude</source>
        <translation>Talusachse, größter Breitengrad</translation>
    </message>
    <message>
        <source>Talar axis, greatest longitude</source>
        <translation>Talusachse, größter Längengrad</translation>
    </message>
    <message>
        <source>Talar axis, least latitude</source>
        <translation>Talusachse, kleinster Breitengrad</translation>
    </message>
    <message>
        <source>Talar axis, least longitude</source>
        <translation>Talusachse, kleinster Längengrad</translation>
    </message>
    <message>
        <source>Talar dome axis, lateral end</source>
        <translation>Achse des Talusdoms, laterales Ende</translation>
    </message>
    <message>
        <source>Talar dome axis, medial end</source>
        <translation>Achse des Talusdoms, mediales Ende</translation>
    </message>
    <message>
        <source>Talar dome crest</source>
        <translation>Höchster Punkt des Talusdoms</translation>
    </message>
    <message>
        <source>Talar head</source>
        <translation>Taluskopf</translation>
    </message>
    <message>
        <source>Talus centre of mass</source>
        <translation>Schwerpunkt des Talus</translation>
    </message>
    <message>
        <source>Teeth of the image, a mask or a surface.</source>
        <translation>Zähne des Bildes, eine Maske oder eine Oberfläche.</translation>
    </message>
    <message>
        <source>Teeth of this jaw that the guide sits on; empty: all in the case.</source>
        <translation>Zähne dieses Kiefers, auf denen die Bohrschablone aufliegt; leer: alle im Fall.</translation>
    </message>
    <message>
        <source>Tell this definition with every angle.</source>
        <translation>Geben Sie diese Definition zu jedem Winkel an.</translation>
    </message>
    <message>
        <source>The %1 has no voxels.</source>
        <translation>Die Maske (%1) hat keine Voxel.</translation>
    </message>
    <message>
        <source>The %1 is longer than any bone.</source>
        <translation>Die Maske (%1) ist länger als jeder Knochen.</translation>
    </message>
    <message>
        <source>The %1 side is chosen, but the image shows the %2 one: %3 (confidence %4).</source>
        <translation>Gewählte Seite: %1; das Bild zeigt aber die andere (%2): %3 (Sicherheit %4).</translation>
    </message>
    <message>
        <source>The CAD library cannot read this STEP file; it is damaged or unusual.</source>
        <translation>Die CAD-Bibliothek kann diese STEP-Datei nicht lesen; sie ist beschädigt oder ungewöhnlich.</translation>
    </message>
    <message>
        <source>The STEP file has the schema %1 and lengths in %2; times %3 they are millimetres.</source>
        <translation>Die STEP-Datei hat das Schema %1 und Längen in %2; mal %3 sind es Millimeter.</translation>
    </message>
    <message>
        <source>The STEP file holds no shape that can be read.</source>
        <translation>Die STEP-Datei enthält keine lesbare Form.</translation>
    </message>
    <message>
        <source>The STEP file is an assembly of more than 1000 solids.</source>
        <translation>Die STEP-Datei ist eine Baugruppe aus mehr als 1000 Volumenkörpern.</translation>
    </message>
    <message>
        <source>The STEP file is cut short: its end is missing.</source>
        <translation>Die STEP-Datei ist abgeschnitten: Ihr Ende fehlt.</translation>
    </message>
    <message>
        <source>The STEP file is damaged.</source>
        <translation>Die STEP-Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The angles of a joint cannot be told: its two axes lie on one line.</source>
        <translation>Die Winkel eines Gelenks lassen sich nicht angeben: Seine zwei Achsen liegen auf einer Geraden.</translation>
    </message>
    <message>
        <source>The axes of the %1 do not look to the front of the patient.</source>
        <translation>Die Achsen (%1) zeigen nicht zur Vorderseite des Patienten.</translation>
    </message>
    <message>
        <source>The axes of the implants point in too many directions for one guide.</source>
        <translation>Die Achsen der Implantate zeigen in zu viele Richtungen für eine Bohrschablone.</translation>
    </message>
    <message>
        <source>The axis of '%1' stands at %2 degrees to the insertion.</source>
        <translation>Die Achse von „%1“ steht im Winkel von %2 Grad zur Einschubrichtung.</translation>
    </message>
    <message>
        <source>The axis of the talar dome leaves the talus medially at %1 degrees west (published %2 to %3) and %4 degrees north (%5 to %6), %7 mm from the centre of mass (%8).</source>
        <translation>Die Achse des Talusdoms tritt medial bei %1 Grad West (veröffentlicht %2 bis %3) und %4 Grad Nord (%5 bis %6) aus dem Talus aus, %7 mm vom Schwerpunkt entfernt (%8).</translation>
    </message>
    <message>
        <source>The axis of the talus or its sphere has no measures.</source>
        <translation>Die Achse des Talus oder seine Kugel hat keine Maße.</translation>
    </message>
    <message>
        <source>The axis of the talus passes beside the sphere about its centre of mass.</source>
        <translation>Die Achse des Talus verläuft neben der Kugel um seinen Schwerpunkt.</translation>
    </message>
    <message>
        <source>The base covers %1 % of the cut bone.</source>
        <translation>Die Basis bedeckt %1 % des geschnittenen Knochens.</translation>
    </message>
    <message>
        <source>The base reaches %1 mm beyond the bone.</source>
        <translation>Die Basis reicht %1 mm über den Knochen hinaus.</translation>
    </message>
    <message>
        <source>The block has no elements, or too many.</source>
        <translation>Der Block hat keine Elemente oder zu viele.</translation>
    </message>
    <message>
        <source>The body can move without any force.</source>
        <translation>Der Körper kann sich ohne jede Kraft bewegen.</translation>
    </message>
    <message>
        <source>The bone and the landmarks are of different sides.</source>
        <translation>Der Knochen und die Landmarken gehören zu verschiedenen Seiten.</translation>
    </message>
    <message>
        <source>The bone becomes cubes (trilinear, small strain, linear, isotropic); it is held where you say and nowhere else: no muscle, no ligament, no joint. The load is spread over the bone within its radius so that its sum and its moment are those of the load at its point. Conjugate gradients with multigrid, to a residual of 1e-6.

Told are the way of the load's point along the load, the force over that way, and of bone at least 1.5 cubes from its surface, its support, the load and cement the 95th and 99th percentile of von Mises' stress and of the strain failure index. The largest value is not told: on a staircase of cubes it grows without end as cubes get smaller. Halve the edge and see what moves before you believe a difference.

Cement takes the place of bone, bonded, with one modulus: 'before' is without it, 'after' with it, of the same cubes of bone.

An impact is told as a static load times a factor of yours: nothing moves here, no inertia, no rate of strain is computed.

The strain limits, 0.73 % in tension and 1.04 % in compression, are of femora (Schileo 2014). Moduli: see implant.stress. Not validated on patients. Research and teaching only, not for clinical use.</source>
        <translation>Der Knochen wird zu Würfeln (trilinear, kleine Dehnung, linear, isotrop); er wird gehalten, wo Sie es angeben, und nirgends sonst: kein Muskel, kein Band, kein Gelenk. Die Last wird so über den Knochen innerhalb ihres Radius verteilt, dass ihre Summe und ihr Moment die der Last an ihrem Punkt sind. Konjugierte Gradienten mit Mehrgitter, bis zu einem Residuum von 1e-6.

Angegeben werden der Weg des Lastpunkts entlang der Last, die Kraft geteilt durch diesen Weg und, für Knochen, der mindestens 1.5 Würfel von seiner Oberfläche, seiner Lagerung, der Last und dem Zement entfernt ist, das 95. und das 99. Perzentil der Spannung nach von Mises und des Dehnungsversagensindex. Der größte Wert wird nicht angegeben: Auf einer Treppe aus Würfeln wächst er ohne Ende, wenn die Würfel kleiner werden. Halbieren Sie die Kante und sehen Sie, was sich ändert, bevor Sie einem Unterschied glauben.

Zement tritt an die Stelle von Knochen, fest verbunden, mit einem einzigen Modul: „vorher“ ist ohne ihn, „nachher“ mit ihm, mit denselben Würfeln des Knochens.

Ein Stoß wird als statische Last mal einem von Ihnen gewählten Faktor angegeben: Nichts bewegt sich hier, weder Trägheit noch Dehnrate werden berechnet.

Die Dehnungsgrenzen, 0.73 % auf Zug und 1.04 % auf Druck, sind von Femora (Schileo 2014). Moduln: siehe implant.stress. Nicht an Patienten validiert. Nur für Forschung und Lehre, nicht für den klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>The bone is too thin for these cubes: its stress is not told.</source>
        <translation>Der Knochen ist zu dünn für diese Würfel: Seine Spannung wird nicht angegeben.</translation>
    </message>
    <message>
        <source>The bone of this component is missing.</source>
        <translation>Der Knochen dieser Komponente fehlt.</translation>
    </message>
    <message>
        <source>The bone or the cement has no voxels.</source>
        <translation>Der Knochen oder der Zement hat keine Voxel.</translation>
    </message>
    <message>
        <source>The bone that is cut, filled; empty: that of the component and the side.</source>
        <translation>Der Knochen, der geschnitten wird, gefüllt; leer: der zu Komponente und Seite.</translation>
    </message>
    <message>
        <source>The bone's axes do not face forwards: the side may be wrong.</source>
        <translation>Die Achsen des Knochens zeigen nicht nach vorn: Die Seite kann falsch sein.</translation>
    </message>
    <message>
        <source>The bone's surface is open.</source>
        <translation>Die Oberfläche des Knochens ist offen.</translation>
    </message>
    <message>
        <source>The border there is a guess: look at the joint and correct it.</source>
        <translation>Die Grenze dort ist geraten: das Gelenk ansehen und sie korrigieren.</translation>
    </message>
    <message>
        <source>The chosen place cannot be reached.</source>
        <translation>Der gewählte Ort ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The component does not belong on this bone.</source>
        <translation>Die Komponente gehört nicht auf diesen Knochen.</translation>
    </message>
    <message>
        <source>The component does not stand on the bone.</source>
        <translation>Die Komponente steht nicht auf dem Knochen.</translation>
    </message>
    <message>
        <source>The component's pose is not one.</source>
        <translation>Die Lage der Komponente ist keine gültige Lage.</translation>
    </message>
    <message>
        <source>The cut is set in the bone's own frame, which comes from its landmarks (find them first, look at them); a tibia's long axis is that from plafond to plateau, or the shaft where the image does not show both: resection from a point of the joint's surface along the cut's normal; varus in the frame's coronal plane, slope in its sagittal plane, rotation in its transverse plane. The component starts in the middle of the cut bone; shifts are counted from there. Left and right give the same numbers.

Components are parametric demonstrators, of no maker. Without a size the largest one is proposed that does not reach beyond the bone.

Coverage is the share of the cut bone under the base; overhang how far the base's border lies beyond the bone's in the plane of the cut, by zone, below 0 within it. Areas are summed along lines 0.2 mm apart. The angles before are those of the joint's surface at its reference, by a paraboloid through what lies under the base. Of a distal tibia only bone within 1 mm of the base is taken away, for the malleolus stays.

Values under the base are taken up to 5 mm into the bone.

Limits: no ligament, no motion, no cartilage: a CT does not show it. Axes of the leg that the image does not show are taken from the shaft, and the frame says so. Research and teaching only, not for clinical use.</source>
        <translation>Der Schnitt wird im eigenen Achsensystem des Knochens angegeben, das sich aus seinen Landmarken ergibt (finden Sie sie zuerst und sehen Sie sie an); die Längsachse einer Tibia ist die vom Plafond zum Plateau oder die des Schafts, wo das Bild nicht beide zeigt: Resektion von einem Punkt der Gelenkfläche entlang der Normalen des Schnitts; Varus in der Koronalebene des Achsensystems, Slope in seiner Sagittalebene, Rotation in seiner Transversalebene. Die Komponente beginnt in der Mitte des geschnittenen Knochens; Verschiebungen werden von dort gezählt. Links und rechts ergeben dieselben Zahlen.

Die Komponenten sind parametrische Demonstratoren, von keinem Hersteller. Ohne Angabe einer Größe wird die größte vorgeschlagen, die nicht über den Knochen hinausreicht.

Abdeckung ist der Anteil des geschnittenen Knochens unter der Basis; Überhang, wie weit der Rand der Basis in der Schnittebene über den des Knochens hinausreicht, nach Zonen, unter 0 liegt er innerhalb. Flächen werden entlang von Linien im Abstand von 0.2 mm summiert. Die Winkel vorher sind die der Gelenkfläche an ihrem Bezugspunkt, nach einem Paraboloid durch das, was unter der Basis liegt. Von einer distalen Tibia wird nur Knochen bis 1 mm von der Basis entfernt weggenommen, denn der Malleolus bleibt.

Werte unter der Basis werden bis 5 mm tief im Knochen genommen.

Grenzen: kein Band, keine Bewegung, kein Knorpel: Ein CT zeigt ihn nicht. Achsen des Beins, die das Bild nicht zeigt, werden vom Schaft genommen, und das Achsensystem weist darauf hin. Nur für Forschung und Lehre, nicht für den klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>The cut misses the bone.</source>
        <translation>Der Schnitt verfehlt den Knochen.</translation>
    </message>
    <message>
        <source>The cut stands %1 degrees off in the coronal plane.</source>
        <translation>Der Schnitt weicht in der Koronalebene um %1 Grad ab.</translation>
    </message>
    <message>
        <source>The designs are too near each other to learn from.</source>
        <translation>Die Stützstellen liegen zu nah beieinander, um daraus zu lernen.</translation>
    </message>
    <message>
        <source>The direction in which the guide is lifted off has no length.</source>
        <translation>Die Richtung, in der die Bohrschablone abgehoben wird, hat keine Länge.</translation>
    </message>
    <message>
        <source>The distance below which nodes are one is larger than an element.</source>
        <translation>Der Abstand, unter dem Knoten als einer gelten, ist größer als ein Element.</translation>
    </message>
    <message>
        <source>The distance below which nodes are one is too small for the mesh.</source>
        <translation>Der Abstand, unter dem Knoten als einer gelten, ist zu klein für das Netz.</translation>
    </message>
    <message>
        <source>The dome is lower than its base at the front and the back.</source>
        <translation>Die Kuppel liegt vorn und hinten tiefer als ihre Basis.</translation>
    </message>
    <message>
        <source>The entry of the screw lies outside the image.</source>
        <translation>Der Eintritt der Schraube liegt außerhalb des Bildes.</translation>
    </message>
    <message>
        <source>The field holds values that are no numbers.</source>
        <translation>Das Feld enthält Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>The field is too large for a surface.</source>
        <translation>Das Feld ist zu groß für eine Oberfläche.</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>Die Datei lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is larger than 256 MiB.</source>
        <translation>Die Datei ist größer als 256 MiB.</translation>
    </message>
    <message>
        <source>The file is no STEP or STL file by its name.</source>
        <translation>Die Datei ist dem Namen nach keine STEP- oder STL-Datei.</translation>
    </message>
    <message>
        <source>The guide fits no better than voxels of %1 mm.</source>
        <translation>Die Bohrschablone passt nicht besser als Voxel von %1 mm.</translation>
    </message>
    <message>
        <source>The guide is made of fields of distances on voxels that stand along the direction in which it is put on. What teeth and bone would sweep as it is lifted off is blocked, so that no undercut holds it, and so are gaps between teeth that would leave less than the least wall. The body lies on that with the gap given, near the implants, down to the margin. Every sleeve is held by a tube about the implant's axis, whose lower end is the sleeve's, joined to the body below it; its hole goes through all of the guide.

Drilling length = sleeve offset + sleeve height + implant length. A drill key that stands above the sleeve comes on top of it.

The thickness of a wall is measured from every triangle straight inwards to where the guide ends; where both sides meet at more than 60 degrees it is an edge and no wall. Compared with the limit is the first percentile by area, for the tip of one sharp edge has no thickness at all; the thinnest place is told beside it.

With a scan of teeth and gum the guide sits on the scan alone. Without one it sits on masks: it fits no better than their voxels, and the gum is not known.

Measures of sleeves are examples: set them to those of the system in use. Nothing is known of mouth opening, of the printer's and the resin's error, of sterilisation. Research and teaching only, not for clinical use.</source>
        <translation>Die Bohrschablone entsteht aus Abstandsfeldern auf Voxeln, die entlang der Richtung stehen, in der sie aufgesetzt wird. Was Zähne und Knochen beim Abheben überstreichen würden, wird ausgeblockt, damit kein Unterschnitt sie festhält; ebenso Lücken zwischen Zähnen, die weniger als die kleinste Wand übrig ließen. Der Körper liegt mit dem gegebenen Spalt darauf, in der Nähe der Implantate, bis hinab zum Rand. Jede Hülse wird von einem Rohr um die Achse des Implantats gehalten, dessen unteres Ende das der Hülse ist und das mit dem Körper darunter verbunden wird; sein Loch geht durch die ganze Bohrschablone.

Bohrlänge = Hülsenabstand + Hülsenhöhe + Implantatlänge. Ein Bohrlöffel, der über die Hülse hinausragt, kommt hinzu.

Die Dicke einer Wand wird von jedem Dreieck aus gerade nach innen gemessen, bis dahin, wo die Bohrschablone endet; wo sich beide Seiten unter mehr als 60 Grad treffen, ist es eine Kante und keine Wand. Mit dem Grenzwert verglichen wird das erste Perzentil nach Fläche, denn die Spitze einer einzigen scharfen Kante hat gar keine Dicke; die dünnste Stelle wird daneben angegeben.

Mit einem Scan von Zähnen und Zahnfleisch sitzt die Bohrschablone allein auf dem Scan. Ohne ihn sitzt sie auf Masken: Sie passt nicht besser als deren Voxel, und das Zahnfleisch ist nicht bekannt.

Maße von Hülsen sind Beispiele: Stellen Sie sie auf die des verwendeten Systems ein. Nichts ist bekannt über die Mundöffnung, den Fehler von Drucker und Harz und die Sterilisation. Nur für Forschung und Lehre, nicht für den klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>The guide sits on bone alone.</source>
        <translation>Die Bohrschablone sitzt allein auf Knochen.</translation>
    </message>
    <message>
        <source>The guide was not validated: no printed one was fitted to a model.</source>
        <translation>Die Bohrschablone wurde nicht validiert: Keine gedruckte wurde auf einem Modell anprobiert.</translation>
    </message>
    <message>
        <source>The guide would be lifted off into the bone.</source>
        <translation>Die Bohrschablone würde in den Knochen hinein abgehoben.</translation>
    </message>
    <message>
        <source>The guide would take %1 million voxels, more than %2.</source>
        <translation>Die Bohrschablone bräuchte %1 Millionen Voxel, mehr als %2.</translation>
    </message>
    <message>
        <source>The image cuts the bone nowhere: nothing would hold it.</source>
        <translation>Das Bild schneidet den Knochen nirgends an: Nichts würde ihn halten.</translation>
    </message>
    <message>
        <source>The image does not tell which side this is.</source>
        <translation>Das Bild zeigt nicht, welche Seite dies ist.</translation>
    </message>
    <message>
        <source>The image is too large to look for bones.</source>
        <translation>Das Bild ist zu groß, um darin Knochen zu suchen.</translation>
    </message>
    <message>
        <source>The image that the values around the screw come from.</source>
        <translation>Das Bild, aus dem die Werte um die Schraube kommen.</translation>
    </message>
    <message>
        <source>The image that the values under the base come from.</source>
        <translation>Das Bild, aus dem die Werte unter der Basis kommen.</translation>
    </message>
    <message>
        <source>The impact is a static load times a factor: no inertia is computed.</source>
        <translation>Der Stoß ist eine statische Last mal einem Faktor: Trägheit wird nicht berechnet.</translation>
    </message>
    <message>
        <source>The implant of '%1' does not pass the sleeve.</source>
        <translation>Das Implantat von „%1“ passt nicht durch die Hülse.</translation>
    </message>
    <message>
        <source>The jaw about the implant becomes cubes (trilinear, small strain, linear, isotropic); implant and bone are bonded. Bone is held where the region cuts it; nothing else holds it: no muscle, no joint. Cubes that the implant fills in part have a modulus between (by volume). The equations are solved by conjugate gradients with multigrid, first with cubes of the edge given, then in a box about the implant with cubes of half the edge. A load above the implant's top acts as itself and a moment on its uppermost millimetre.

Told are the 95th and 99th percentile of von Mises' stress and of the strain failure index in bone 0.8 to 1.8 mm from the implant. The largest value is not told: at the edge of an implant and on a staircase of cubes it grows without end as cubes get smaller. 'By the cubes' is how far the 99th percentile moved as their edge was halved.

Moduli: two constants split by a value of the image, or a law of density that needs HU of a calibrated CT; each point of the image becomes a modulus before the mean of a cube is taken. Constants for the jaw in use: cortical 13,700 MPa, cancellous 1,370 MPa, but direct measurement of mandibular trabecular bone gave 7 to 200 MPa (Hindawi JME 2014/470539): run both, and do not believe a ranking that flips.

The strain limits, 0.73 % in tension and 1.04 % in compression, are of femora (Schileo 2014).

Not validated on patients. Research and teaching only, not for clinical use.</source>
        <translation>Der Kiefer um das Implantat wird zu Würfeln (trilinear, kleine Dehnung, linear, isotrop); Implantat und Knochen sind verbunden. Der Knochen wird gehalten, wo der Bereich ihn schneidet; nichts sonst hält ihn: kein Muskel, kein Gelenk. Würfel, die das Implantat zum Teil füllt, haben einen Modul dazwischen (nach Volumen). Die Gleichungen werden mit konjugierten Gradienten und Mehrgitter gelöst, zuerst mit Würfeln der gegebenen Kante, dann in einem Kasten um das Implantat mit Würfeln der halben Kante. Eine Last oberhalb des oberen Endes des Implantats wirkt als sie selbst und als Moment auf seinen obersten Millimeter.

Gesagt werden das 95. und das 99. Perzentil der Spannung nach von Mises und des Dehnungsversagensindex im Knochen 0.8 bis 1.8 mm vom Implantat. Der größte Wert wird nicht gesagt: An der Kante eines Implantats und auf einer Treppe aus Würfeln wächst er ohne Ende, wenn die Würfel kleiner werden. 'Durch die Würfel' ist, wie weit sich das 99. Perzentil bewegte, als ihre Kante halbiert wurde.

Moduln: zwei Konstanten, getrennt durch einen Wert des Bildes, oder ein Dichtegesetz, das HU eines kalibrierten CT braucht; jeder Punkt des Bildes wird ein Modul, bevor das Mittel eines Würfels genommen wird. Gebräuchliche Konstanten des Kiefers: Kortikalis 13,700 MPa, Spongiosa 1,370 MPa, aber direkte Messung an mandibulärer Spongiosa ergab 7 bis 200 MPa (Hindawi JME 2014/470539): Rechnen Sie beides, und glauben Sie keiner Rangfolge, die umschlägt.

Die Dehnungsgrenzen, 0.73 % auf Zug und 1.04 % auf Druck, sind von Femora (Schileo 2014).

Nicht an Patienten validiert. Nur für Forschung und Lehre, nicht für den klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>The jaw, which the guide keeps off.</source>
        <translation>Der Kiefer, von dem die Bohrschablone Abstand hält.</translation>
    </message>
    <message>
        <source>The landmarks of this bone are missing: its axes are not known.</source>
        <translation>Die Landmarken dieses Knochens fehlen: Seine Achsen sind nicht bekannt.</translation>
    </message>
    <message>
        <source>The largest part that lies more than %1 mm off the teeth has %2 mm².</source>
        <translation>Der größte Teil, der mehr als %1 mm von den Zähnen entfernt liegt, hat %2 mm².</translation>
    </message>
    <message>
        <source>The largest size whose base reaches beyond the bone by no more than this is proposed.</source>
        <translation>Vorgeschlagen wird die größte Größe, deren Basis höchstens so weit über den Knochen hinausragt.</translation>
    </message>
    <message>
        <source>The lengths of the process do not fit the designs.</source>
        <translation>Die Längen des Prozesses passen nicht zu den Stützstellen.</translation>
    </message>
    <message>
        <source>The load acts on nothing.</source>
        <translation>Die Last wirkt auf nichts.</translation>
    </message>
    <message>
        <source>The load is not complete.</source>
        <translation>Die Last ist nicht vollständig.</translation>
    </message>
    <message>
        <source>The load points to where it acts: it has no direction.</source>
        <translation>Die Last zeigt dorthin, wo sie angreift: Sie hat keine Richtung.</translation>
    </message>
    <message>
        <source>The load pulls, away from its direction.</source>
        <translation>Die Last zieht, entgegen ihrer Richtung.</translation>
    </message>
    <message>
        <source>The longest side of the model is %1: is its file in metres or inches?</source>
        <translation>Die längste Seite des Modells ist %1: Steht seine Datei in Metern oder Zoll?</translation>
    </message>
    <message>
        <source>The mask of the %1 holds next to nothing.</source>
        <translation>Die Maske (%1) enthält fast nichts.</translation>
    </message>
    <message>
        <source>The mask of the %1 is all in pieces.</source>
        <translation>Die Maske (%1) besteht nur aus kleinen Stücken.</translation>
    </message>
    <message>
        <source>The mask of the %1 is too rough to be a bone's.</source>
        <translation>Die Maske (%1) ist zu rau für die eines Knochens.</translation>
    </message>
    <message>
        <source>The mesh has no elements, or too many.</source>
        <translation>Das Netz hat keine Elemente oder zu viele.</translation>
    </message>
    <message>
        <source>The mesh has no node at this place.</source>
        <translation>Das Netz hat an dieser Stelle keinen Knoten.</translation>
    </message>
    <message>
        <source>The mesh is too fine for the direct solver.</source>
        <translation>Das Netz ist zu fein für den direkten Löser.</translation>
    </message>
    <message>
        <source>The model file is damaged: what was read of it contradicts itself.</source>
        <translation>Die Modelldatei ist beschädigt: Was daraus gelesen wurde, widerspricht sich.</translation>
    </message>
    <message>
        <source>The model has %1 parts.</source>
        <translation>Das Modell hat %1 Teile.</translation>
    </message>
    <message>
        <source>The model has a point that is nowhere.</source>
        <translation>Das Modell hat einen Punkt, der an keinem gültigen Ort liegt.</translation>
    </message>
    <message>
        <source>The model has more than 5 million triangles.</source>
        <translation>Das Modell hat mehr als 5 Millionen Dreiecke.</translation>
    </message>
    <message>
        <source>The model has points farther than 10 km away.</source>
        <translation>Das Modell hat Punkte, die weiter als 10 km entfernt sind.</translation>
    </message>
    <message>
        <source>The model lies beside every image of the case.</source>
        <translation>Das Modell liegt neben allen Bildern des Falls.</translation>
    </message>
    <message>
        <source>The model's arrays do not fit its mesh.</source>
        <translation>Die Wertelisten des Modells passen nicht zu seinem Netz.</translation>
    </message>
    <message>
        <source>The name of the result is too long.</source>
        <translation>Der Name des Ergebnisses ist zu lang.</translation>
    </message>
    <message>
        <source>The noise of the ankle must be 0 to 500 HU.</source>
        <translation>Das Rauschen des Sprunggelenks muss 0 bis 500 HU betragen.</translation>
    </message>
    <message>
        <source>The outlines are too large for this step.</source>
        <translation>Die Umrisse sind zu groß für diese Schrittweite.</translation>
    </message>
    <message>
        <source>The outlines hold a number that is not finite, or the step is out of range.</source>
        <translation>Die Umrisse enthalten eine Zahl, die nicht endlich ist, oder die Schrittweite liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>The pairs of points lie %1 mm apart after the scan was laid upon the teeth.</source>
        <translation>Die Punktpaare liegen %1 mm auseinander, nachdem der Scan auf die Zähne gelegt wurde.</translation>
    </message>
    <message>
        <source>The parameters do not fit those that were learnt from.</source>
        <translation>Die Parameter passen nicht zu denen, aus denen gelernt wurde.</translation>
    </message>
    <message>
        <source>The patient's side; a choice that the image contradicts is told.</source>
        <translation>Die Seite des Patienten; widerspricht das Bild der Wahl, wird es gemeldet.</translation>
    </message>
    <message>
        <source>The pixels of the ankle must be 0.4 to 2 mm.</source>
        <translation>Die Pixel des Sprunggelenks müssen 0.4 bis 2 mm groß sein.</translation>
    </message>
    <message>
        <source>The point that parts below from above, or the first around which bone is held.</source>
        <translation>Der Punkt, der unten von oben trennt, oder der erste, um den der Knochen gehalten wird.</translation>
    </message>
    <message>
        <source>The point that parts what is held from the rest is missing.</source>
        <translation>Der Punkt fehlt, der das Gehaltene vom Rest trennt.</translation>
    </message>
    <message>
        <source>The points lie on one line.</source>
        <translation>Die Punkte liegen auf einer Geraden.</translation>
    </message>
    <message>
        <source>The poses to learn are not a box.</source>
        <translation>Die zu lernenden Lagen bilden keinen Kasten.</translation>
    </message>
    <message>
        <source>The reach of a joint space must lie between 0.1 and 100 mm.</source>
        <translation>Die Reichweite eines Gelenkspalts muss zwischen 0.1 und 100 mm liegen.</translation>
    </message>
    <message>
        <source>The result of this name has been confirmed.</source>
        <translation>Das Ergebnis dieses Namens ist bestätigt.</translation>
    </message>
    <message>
        <source>The result would replace what it is made from.</source>
        <translation>Das Ergebnis würde ersetzen, woraus es entsteht.</translation>
    </message>
    <message>
        <source>The rim of the glenoid has fewer than 6 points.</source>
        <translation>Der Rand des Glenoids hat weniger als 6 Punkte.</translation>
    </message>
    <message>
        <source>The same places, in the same order.</source>
        <translation>Dieselben Stellen, in derselben Reihenfolge.</translation>
    </message>
    <message>
        <source>The scan and the teeth are the same.</source>
        <translation>Der Scan und die Zähne sind dasselbe.</translation>
    </message>
    <message>
        <source>The scan can slide or turn on the teeth without a change of the residual.</source>
        <translation>Der Scan kann auf den Zähnen gleiten oder sich drehen, ohne dass sich die Restabweichung ändert.</translation>
    </message>
    <message>
        <source>The scan has no surface.</source>
        <translation>Der Scan hat keine Oberfläche.</translation>
    </message>
    <message>
        <source>The scan has no triangles.</source>
        <translation>Der Scan hat keine Dreiecke.</translation>
    </message>
    <message>
        <source>The scan is %1 mm wide: its file may not be in mm.</source>
        <translation>Der Scan ist %1 mm breit: Seine Datei steht vielleicht nicht in mm.</translation>
    </message>
    <message>
        <source>The scan still moved when its steps ended.</source>
        <translation>Der Scan bewegte sich noch, als seine Schritte endeten.</translation>
    </message>
    <message>
        <source>The screw breaches the bone by %1 mm.</source>
        <translation>Die Schraube durchbricht den Knochen um %1 mm.</translation>
    </message>
    <message>
        <source>The screw comes as near as %1 mm to '%2'.</source>
        <translation>Die Schraube kommt bis auf %1 mm an „%2“ heran.</translation>
    </message>
    <message>
        <source>The screw is a body of revolution of the measures given, of no maker: over its thread while planning, with the thread in the STEP file. Its head lies at the entry point, its axis goes to the target; without a length its tip is at the target.

Bone beside the screw is the least thickness along its normals (exact distance map of the mask, Felzenszwalb and Huttenlocher 2012), from half a diameter behind the place where half of a ring of it has entered the bone; below 0 it is a breach, graded as Gertzbein and Robbins grade pedicle screws (A none, B below 2, C below 4, D below 6 mm, E more; from memory, unverified). The bone must be filled: marrow that its mask leaves out counts as outside.

Angles are those of the axis in the body's planes: transverse, from the sagittal direction, positive towards the patient's left; sagittal, from the horizontal, positive towards the head.

Values around the screw are taken up to 1 mm from its thread within bone.

Limits: what is not in the case is not known. Research and teaching only, not for clinical use.</source>
        <translation>Die Schraube ist ein Rotationskörper mit den gegebenen Maßen, von keinem Hersteller: beim Planen über das Gewinde hinweg, in der STEP-Datei mit Gewinde. Ihr Kopf liegt am Eintrittspunkt, ihre Achse geht zum Ziel; ohne Länge liegt ihre Spitze am Ziel.

Knochen neben der Schraube ist die kleinste Dicke entlang ihrer Normalen (exakte Distanzkarte der Maske, Felzenszwalb und Huttenlocher 2012), ab einem halben Durchmesser hinter der Stelle, an der sie mit der Hälfte ihres Umfangs in den Knochen eingetreten ist; unter 0 ist es ein Durchbruch, eingestuft wie bei Gertzbein und Robbins für Pedikelschrauben (A keiner, B unter 2, C unter 4, D unter 6 mm, E mehr; aus dem Gedächtnis, ungeprüft). Der Knochen muss gefüllt sein: Mark, das seine Maske auslässt, zählt als außen.

Winkel sind die der Achse in den Ebenen des Körpers: transversal, von der sagittalen Richtung aus, positiv zur linken Seite des Patienten; sagittal, von der Horizontalen aus, positiv zum Kopf.

Werte um die Schraube werden bis 1 mm von ihrem Gewinde im Knochen genommen.

Grenzen: Was nicht im Fall ist, ist nicht bekannt. Nur für Forschung und Lehre, nicht für den klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>The screw is nowhere in bone by half of its girth.</source>
        <translation>Die Schraube liegt nirgends mit der Hälfte ihres Umfangs im Knochen.</translation>
    </message>
    <message>
        <source>The screw must be longer than twice its diameter, its thread no longer than itself and no deeper than a quarter of its diameter; a bore must leave half a millimetre of wall.</source>
        <translation>Die Schraube muss länger als ihr doppelter Durchmesser sein, ihr Gewinde nicht länger als sie selbst und nicht tiefer als ein Viertel ihres Durchmessers; eine Bohrung muss einen halben Millimeter Wand lassen.</translation>
    </message>
    <message>
        <source>The shapes of the STEP file have no end, or none within 10 km.</source>
        <translation>Die Formen der STEP-Datei haben kein Ende oder keines innerhalb von 10 km.</translation>
    </message>
    <message>
        <source>The shapes of the STEP file need more than 2 million triangles.</source>
        <translation>Die Formen der STEP-Datei brauchen mehr als 2 Millionen Dreiecke.</translation>
    </message>
    <message>
        <source>The share of energy must lie between 0 and 1, and one mode is the least.</source>
        <translation>Der Energieanteil muss zwischen 0 und 1 liegen, und eine Mode ist das Mindeste.</translation>
    </message>
    <message>
        <source>The sleeve is not wider outside than inside.</source>
        <translation>Die Hülse ist außen nicht weiter als innen.</translation>
    </message>
    <message>
        <source>The sleeve must be wider outside than inside, and every length above 0.</source>
        <translation>Die Hülse muss außen weiter sein als innen, und jede Länge muss über 0 liegen.</translation>
    </message>
    <message>
        <source>The sleeve of '%1' reaches into a tooth or the bone.</source>
        <translation>Die Hülse von „%1“ ragt in einen Zahn oder den Knochen.</translation>
    </message>
    <message>
        <source>The sleeve of '%1' reaches into the scan.</source>
        <translation>Die Hülse von „%1“ ragt in den Scan.</translation>
    </message>
    <message>
        <source>The sleeves of '%1' and '%2' overlap.</source>
        <translation>Die Hülsen von „%1“ und „%2“ überschneiden sich.</translation>
    </message>
    <message>
        <source>The slices are %1 mm apart: the gaps of joints and thin cortex are blurred, and bones may hang together.</source>
        <translation>Die Schichten liegen %1 mm auseinander: Gelenkspalte und dünne Kortikalis sind verwischt, und Knochen können zusammenhängen.</translation>
    </message>
    <message>
        <source>The slices of the ankle must be 0.4 to 5 mm apart, or 0 for the pixels' size.</source>
        <translation>Die Schichten des Sprunggelenks müssen 0.4 bis 5 mm auseinanderliegen; 0 steht für die Größe der Pixel.</translation>
    </message>
    <message>
        <source>The start of the registration is no rigid motion.</source>
        <translation>Der Start der Registrierung ist keine starre Bewegung.</translation>
    </message>
    <message>
        <source>The surface goes through itself: %1 pair of triangles or more.</source>
        <translation>Die Oberfläche durchdringt sich selbst: mindestens %1 Dreieckspaar.</translation>
    </message>
    <message>
        <source>The surface goes through itself: %1 pair of triangles.</source>
        <translation>Die Oberfläche durchdringt sich selbst: %1 Dreieckspaar.</translation>
    </message>
    <message>
        <source>The surface goes through itself: %1 pairs of triangles or more.</source>
        <translation>Die Oberfläche durchdringt sich selbst: mindestens %1 Dreieckspaare.</translation>
    </message>
    <message>
        <source>The surface goes through itself: %1 pairs of triangles.</source>
        <translation>Die Oberfläche durchdringt sich selbst: %1 Dreieckspaare.</translation>
    </message>
    <message>
        <source>The surface has no area.</source>
        <translation>Die Oberfläche hat keinen Flächeninhalt.</translation>
    </message>
    <message>
        <source>The surface has no inside and outside.</source>
        <translation>Die Oberfläche hat kein Innen und Außen.</translation>
    </message>
    <message>
        <source>The surface is open: %1 edge has one triangle only. It encloses no volume.</source>
        <translation>Die Oberfläche ist offen: %1 Kante hat nur ein Dreieck. Sie umschließt kein Volumen.</translation>
    </message>
    <message>
        <source>The surface is open: %1 edges have one triangle only. It encloses no volume.</source>
        <translation>Die Oberfläche ist offen: %1 Kanten haben nur ein Dreieck. Sie umschließt kein Volumen.</translation>
    </message>
    <message>
        <source>The surface of the intra-oral scanner, in mm.</source>
        <translation>Die Oberfläche des Intraoralscanners, in mm.</translation>
    </message>
    <message>
        <source>The surface was inside out and was turned round.</source>
        <translation>Die Oberfläche war umgestülpt und wurde umgekehrt.</translation>
    </message>
    <message>
        <source>The thickness of walls can be told of a closed surface only.</source>
        <translation>Die Dicke von Wänden lässt sich nur bei einer geschlossenen Oberfläche angeben.</translation>
    </message>
    <message>
        <source>The tibia of the phantom can be cut 1 to 105 mm above the plafond.</source>
        <translation>Die Tibia des Phantoms lässt sich 1 bis 105 mm über dem Plafond abschneiden.</translation>
    </message>
    <message>
        <source>The tip of the screw lies out of the bone.</source>
        <translation>Die Spitze der Schraube liegt außerhalb des Knochens.</translation>
    </message>
    <message>
        <source>The tube around a sleeve goes on down to the body, so that it does not stand free.</source>
        <translation>Das Rohr um eine Hülse reicht bis zum Körper hinab, damit es nicht frei steht.</translation>
    </message>
    <message>
        <source>The tube of the sleeve of '%1' does not hang together with the guide.</source>
        <translation>Das Rohr der Hülse von „%1“ hängt nicht mit der Bohrschablone zusammen.</translation>
    </message>
    <message>
        <source>The turn of the leg must be -60 to 60 degrees.</source>
        <translation>Die Drehung des Beins muss -60 bis 60 Grad betragen.</translation>
    </message>
    <message>
        <source>The voxels are up to %1 mm large: a tip is known to half of it.</source>
        <translation>Die Voxel sind bis zu %1 mm groß: Eine Spitze ist auf die Hälfte davon genau bekannt.</translation>
    </message>
    <message>
        <source>There are fewer than three pairs of points.</source>
        <translation>Es gibt weniger als drei Punktpaare.</translation>
    </message>
    <message>
        <source>There are more points on one of the two than on the other.</source>
        <translation>Auf einem der beiden gibt es mehr Punkte als auf dem anderen.</translation>
    </message>
    <message>
        <source>There are too few designs to learn from.</source>
        <translation>Es gibt zu wenige Stützstellen, um daraus zu lernen.</translation>
    </message>
    <message>
        <source>There is bone, but no shaft of a leg that goes to the edge of the image.</source>
        <translation>Es gibt Knochen, aber keinen Schaft eines Beins, der bis zum Rand des Bildes reicht.</translation>
    </message>
    <message>
        <source>There is metal: %1 voxels above %2 HU. Its streaks make bone of what is none and hide gaps.</source>
        <translation>Es gibt Metall: %1 Voxel über %2 HU. Seine Streifenartefakte täuschen Knochen vor und verdecken Spalte.</translation>
    </message>
    <message>
        <source>There is no file at the chosen place.</source>
        <translation>Am gewählten Ort gibt es keine Datei.</translation>
    </message>
    <message>
        <source>There is no held bone where the load acts.</source>
        <translation>Wo die Last angreift, gibt es keinen gehaltenen Knochen.</translation>
    </message>
    <message>
        <source>There is no implant to drill for.</source>
        <translation>Es gibt kein Implantat, für das gebohrt wird.</translation>
    </message>
    <message>
        <source>There is no point around which the bone is held.</source>
        <translation>Es gibt keinen Punkt, um den der Knochen gehalten wird.</translation>
    </message>
    <message>
        <source>There is no surface to lay another upon.</source>
        <translation>Es gibt keine Oberfläche, auf die eine andere gelegt werden kann.</translation>
    </message>
    <message>
        <source>There is no surface to register.</source>
        <translation>Es gibt keine Oberfläche zum Registrieren.</translation>
    </message>
    <message>
        <source>There is not enough memory to read the model.</source>
        <translation>Der Speicher reicht nicht, um das Modell zu lesen.</translation>
    </message>
    <message>
        <source>There is nothing that the guide could sit on.</source>
        <translation>Es gibt nichts, worauf die Bohrschablone sitzen könnte.</translation>
    </message>
    <message>
        <source>There is nothing to join, or no distance below which nodes are one.</source>
        <translation>Es gibt nichts zu verbinden oder keinen Abstand, unter dem Knoten als einer gelten.</translation>
    </message>
    <message>
        <source>There is nothing within reach that the guide could sit on.</source>
        <translation>In Reichweite gibt es nichts, worauf die Bohrschablone sitzen könnte.</translation>
    </message>
    <message>
        <source>There is too much to learn from.</source>
        <translation>Es gibt zu viel, woraus gelernt werden soll.</translation>
    </message>
    <message>
        <source>There must be one snapshot a design.</source>
        <translation>Es muss genau einen Schnappschuss je Stützstelle geben.</translation>
    </message>
    <message>
        <source>There must be one value a design.</source>
        <translation>Es muss genau einen Wert je Stützstelle geben.</translation>
    </message>
    <message>
        <source>These measures leave no guide.</source>
        <translation>Diese Maße lassen von der Bohrschablone nichts übrig.</translation>
    </message>
    <message>
        <source>These measures make no component.</source>
        <translation>Diese Maße ergeben keine Komponente.</translation>
    </message>
    <message>
        <source>These measures make no guide.</source>
        <translation>Diese Maße ergeben keine Bohrschablone.</translation>
    </message>
    <message>
        <source>These measures make no screw.</source>
        <translation>Diese Maße ergeben keine Schraube.</translation>
    </message>
    <message>
        <source>They do no harm to distances; clean the mesh if something else fails.</source>
        <translation>Abständen schadet das nicht; bereinigen Sie das Netz, wenn etwas anderes misslingt.</translation>
    </message>
    <message>
        <source>Thickest slices</source>
        <translation>Dickste Schichten</translation>
    </message>
    <message>
        <source>Thickness of the guide</source>
        <translation>Dicke der Bohrschablone</translation>
    </message>
    <message>
        <source>Thickness of the guide's walls, measured straight inwards from its surface, at the hundredth of them that is thinnest.</source>
        <translation>Dicke der Wände der Bohrschablone, von ihrer Oberfläche gerade nach innen gemessen, am dünnsten Hundertstel der Wände.</translation>
    </message>
    <message>
        <source>Thickness of the tube that holds the sleeve.</source>
        <translation>Wanddicke des Rohrs, das die Hülse hält.</translation>
    </message>
    <message>
        <source>This is no STEP file.</source>
        <translation>Das ist keine STEP-Datei.</translation>
    </message>
    <message>
        <source>This is no place in the body.</source>
        <translation>Dieser Ort liegt nicht im Körper.</translation>
    </message>
    <message>
        <source>Three or more pairs of points bring the scan near (Umeyama 1991); without pairs it starts as it lies. Then each step moves it so that places spread evenly over it come nearest to the planes of the teeth's surface next to them (point to plane: Chen and Medioni 1992), those that lie far off trimmed (Chetverikov 2002) and the rest weighted by Tukey's biweight. It is turned and shifted, never stretched. Seven starts are tried, six of them turned by 8 degrees; the one that ends best is kept.

The teeth's surface is made from their mask where there is one, blurred by half a voxel, else it is the structure's own.

The map holds the distance of each point of the scan from the teeth; what lies beyond the reach, or whose normal is more than 60 degrees from that of the teeth there, is 'not tooth'. Measures are of the rest, without sign but for the mean, which is above 0 where the scan lies outside the teeth of the image: a threshold of segmentation that is too high gives that, too. Some gingiva at the margin is taken for tooth and makes the 95th percentile larger: cut it off, or take a smaller reach. A single tooth that lies off may not show in the 95th percentile; the largest part that does is told by itself.

Limits: distances are from the scan to the teeth only; what the scan lacks is not told. A small residual does not prove that every tooth lies right: look at the map and at the scan's outline on the slices. Metal artefacts move the surface of the image's teeth. Research and teaching only, not for clinical use.</source>
        <translation>Drei oder mehr Punktpaare bringen den Scan in die Nähe (Umeyama 1991); ohne Paare beginnt er, wie er liegt. Dann bewegt jeder Schritt ihn so, dass gleichmäßig über ihn verteilte Stellen den Ebenen der Zahnoberfläche neben ihnen möglichst nahe kommen (Punkt zu Ebene: Chen und Medioni 1992); die weit entfernten werden weggelassen (Chetverikov 2002), die übrigen mit Tukeys Biweight gewichtet. Er wird gedreht und verschoben, nie gestreckt. Sieben Starts werden versucht, sechs davon um 8 Grad gedreht; der mit dem besten Ergebnis wird behalten.

Die Oberfläche der Zähne wird aus ihrer Maske erzeugt, wo es eine gibt, um ein halbes Voxel geglättet; sonst ist es die eigene der Struktur.

Die Karte enthält den Abstand jedes Punkts des Scans von den Zähnen; was jenseits der Reichweite liegt oder wessen Normale um mehr als 60 Grad von der der Zähne dort abweicht, ist „kein Zahn“. Die Maße gelten für den Rest, ohne Vorzeichen außer beim Mittel, das über 0 liegt, wo der Scan außerhalb der Zähne des Bildes liegt: Auch ein zu hoher Schwellenwert der Segmentierung bewirkt das. Etwas Gingiva am Rand gilt als Zahn und macht das 95. Perzentil größer: Schneiden Sie sie ab oder nehmen Sie eine kleinere Reichweite. Ein einzelner Zahn, der abweicht, zeigt sich im 95. Perzentil vielleicht nicht; der größte abweichende Teil wird eigens angegeben.

Grenzen: Abstände gelten nur vom Scan zu den Zähnen; was dem Scan fehlt, wird nicht angegeben. Eine kleine Restabweichung beweist nicht, dass jeder Zahn richtig liegt: Sehen Sie sich die Karte und den Umriss des Scans auf den Schichten an. Metallartefakte verschieben die Oberfläche der Zähne des Bildes. Nur für Forschung und Lehre, nicht für den klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>Tibia and talus lie at one place.</source>
        <translation>Tibia und Talus liegen an derselben Stelle.</translation>
    </message>
    <message>
        <source>Tibial plateau centre</source>
        <translation>Mitte des Tibiaplateaus</translation>
    </message>
    <message>
        <source>Tibial tuberosity</source>
        <translation>Tuberositas tibiae</translation>
    </message>
    <message>
        <source>Tilt and slope of the ankle must be -15 to 15 degrees.</source>
        <translation>Neigung und Slope des Sprunggelenks müssen -15 bis 15 Grad betragen.</translation>
    </message>
    <message>
        <source>Towards</source>
        <translation>In Richtung</translation>
    </message>
    <message>
        <source>Two designs are the same.</source>
        <translation>Zwei Stützstellen sind gleich.</translation>
    </message>
    <message>
        <source>Unify the normals in the program that made it; distances may have the wrong sign.</source>
        <translation>Vereinheitlichen Sie die Normalen in dem Programm, das die Oberfläche erzeugt hat; Abstände können das falsche Vorzeichen haben.</translation>
    </message>
    <message>
        <source>Unit of an STL file</source>
        <translation>Einheit einer STL-Datei</translation>
    </message>
    <message>
        <source>Use a series of at most %1 mm if there is one, and look at every joint.</source>
        <translation>Verwenden Sie eine Serie mit höchstens %1 mm, wenn es eine gibt, und sehen Sie sich jedes Gelenk an.</translation>
    </message>
    <message>
        <source>Use a series with metal artefact reduction if there is one, and correct the bones about it by hand.</source>
        <translation>Verwenden Sie eine Serie mit Metallartefaktreduktion, wenn es eine gibt, und korrigieren Sie die Knochen um das Metall von Hand.</translation>
    </message>
    <message>
        <source>Use fewer and less slender triangles if you need to know.</source>
        <translation>Verwenden Sie weniger und weniger schmale Dreiecke, wenn Sie es wissen müssen.</translation>
    </message>
    <message>
        <source>Use it for teaching and research alone.</source>
        <translation>Verwenden Sie sie nur für Lehre und Forschung.</translation>
    </message>
    <message>
        <source>Use it to compare, not as a prediction.</source>
        <translation>Verwenden Sie es zum Vergleichen, nicht als Vorhersage.</translation>
    </message>
    <message>
        <source>Values around the screw, mean</source>
        <translation>Werte um die Schraube, Mittel</translation>
    </message>
    <message>
        <source>Values around the screw, spread</source>
        <translation>Werte um die Schraube, Streuung</translation>
    </message>
    <message>
        <source>Values under the base, mean</source>
        <translation>Werte unter der Basis, Mittel</translation>
    </message>
    <message>
        <source>Values under the base, spread</source>
        <translation>Werte unter der Basis, Streuung</translation>
    </message>
    <message>
        <source>Varus of the cut</source>
        <translation>Varus des Schnitts</translation>
    </message>
    <message>
        <source>Varus or valgus of the cut against the bone's axis, without its sign.</source>
        <translation>Varus oder Valgus des Schnitts gegen die Achse des Knochens, ohne Vorzeichen.</translation>
    </message>
    <message>
        <source>Varus, coronal plane</source>
        <translation>Varus, Koronalebene</translation>
    </message>
    <message>
        <source>Vessels, nerves, joints that it must not meet.</source>
        <translation>Gefäße, Nerven, Gelenke, die sie nicht treffen darf.</translation>
    </message>
    <message>
        <source>Volume and surface end there; use a larger image if the plan needs all of it.</source>
        <translation>Volumen und Oberfläche enden dort; verwenden Sie ein größeres Bild, wenn der Plan den ganzen Knochen braucht.</translation>
    </message>
    <message>
        <source>Volume of the guide</source>
        <translation>Volumen der Bohrschablone</translation>
    </message>
    <message>
        <source>Wall around the sleeve</source>
        <translation>Wand um die Hülse</translation>
    </message>
    <message>
        <source>Wall of the guide</source>
        <translation>Wand der Bohrschablone</translation>
    </message>
    <message>
        <source>Wall of the guide, 1st percentile</source>
        <translation>Wand der Bohrschablone, 1. Perzentil</translation>
    </message>
    <message>
        <source>Wall of the guide, median</source>
        <translation>Wand der Bohrschablone, Median</translation>
    </message>
    <message>
        <source>Wall of the guide, thinnest place</source>
        <translation>Wand der Bohrschablone, dünnste Stelle</translation>
    </message>
    <message>
        <source>Walls thinner than the limit</source>
        <translation>Wände dünner als der Grenzwert</translation>
    </message>
    <message>
        <source>What carries the load.</source>
        <translation>Was die Last trägt.</translation>
    </message>
    <message>
        <source>What of a scan lies farther from the teeth than this after it was laid upon them counts as gingiva or something else and is not used.</source>
        <translation>Was von einem Scan weiter als dieser Wert von den Zähnen entfernt liegt, nachdem er auf sie gelegt wurde, gilt als Gingiva oder etwas anderes und wird nicht verwendet.</translation>
    </message>
    <message>
        <source>What the guide sits on rises %1 mm above the platforms.</source>
        <translation>Worauf die Bohrschablone sitzt, ragt %1 mm über die Plattformen hinaus.</translation>
    </message>
    <message>
        <source>What the image shows.</source>
        <translation>Was das Bild zeigt.</translation>
    </message>
    <message>
        <source>What the numbers of an STL file mean; a STEP file says it itself.</source>
        <translation>Was die Zahlen einer STL-Datei bedeuten; eine STEP-Datei gibt es selbst an.</translation>
    </message>
    <message>
        <source>What the screw holds in, filled.</source>
        <translation>Worin die Schraube hält, gefüllt.</translation>
    </message>
    <message>
        <source>What was found in the image is a proposal: here it is corrected. Axes and plans that read the landmark turn stale. Research and teaching only, not for clinical use.</source>
        <translation>Was im Bild gefunden wurde, ist ein Vorschlag: Hier wird er korrigiert. Achsen und Pläne, die auf der Landmarke beruhen, werden veraltet. Nur für Forschung und Lehre, nicht für den klinischen Gebrauch.</translation>
    </message>
    <message>
        <source>Where cement lies; empty: none.</source>
        <translation>Wo Zement liegt; leer: keiner.</translation>
    </message>
    <message>
        <source>Where it comes to lie, patient coordinates (LPS).</source>
        <translation>Wohin sie kommt, in Patientenkoordinaten (LPS).</translation>
    </message>
    <message>
        <source>Where the axis goes.</source>
        <translation>Wohin die Achse geht.</translation>
    </message>
    <message>
        <source>Where the axis of the ankle leaves a sphere about the centre of mass of the talus, medially: degrees north, towards proximal.</source>
        <translation>Wo die Achse des Sprunggelenks medial aus einer Kugel um den Schwerpunkt des Talus austritt: Grad Nord, nach proximal.</translation>
    </message>
    <message>
        <source>Where the axis of the ankle leaves a sphere about the centre of mass of the talus: degrees west. Counted here from anterior over medial; the paper's zero was not read.</source>
        <translation>Wo die Achse des Sprunggelenks aus einer Kugel um den Schwerpunkt des Talus austritt: Grad West. Hier von anterior über medial gezählt; der Nullpunkt der Veröffentlichung wurde nicht nachgelesen.</translation>
    </message>
    <message>
        <source>Where the bone is held in all directions; below is towards the feet.</source>
        <translation>Wo der Knochen in allen Richtungen gehalten wird; unten heißt zu den Füßen hin.</translation>
    </message>
    <message>
        <source>Where the load acts, on the bone's surface.</source>
        <translation>Wo die Last angreift, auf der Oberfläche des Knochens.</translation>
    </message>
    <message>
        <source>Where the load points to; empty: towards the feet.</source>
        <translation>Wohin die Last zeigt; leer: zu den Füßen hin.</translation>
    </message>
    <message>
        <source>Whether the surface goes through itself was not looked at to the end.</source>
        <translation>Ob die Oberfläche sich selbst durchdringt, wurde nicht zu Ende geprüft.</translation>
    </message>
    <message>
        <source>Which end of which bone.</source>
        <translation>Welches Ende welches Knochens.</translation>
    </message>
    <message>
        <source>Which one is moved.</source>
        <translation>Welche verschoben wird.</translation>
    </message>
    <message>
        <source>Whose landmarks are looked for.</source>
        <translation>Das Gelenk, dessen Landmarken gesucht werden.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width of the base</source>
        <translation>Breite der Basis</translation>
    </message>
    <message>
        <source>With 'around points' alone.</source>
        <translation>Nur mit „um Punkte“.</translation>
    </message>
    <message>
        <source>Write it anew in mm; it is not stretched to fit.</source>
        <translation>Schreiben Sie die Datei neu in mm; der Scan wird nicht passend gestreckt.</translation>
    </message>
    <message>
        <source>Young's modulus must be above 0.</source>
        <translation>Der Elastizitätsmodul muss über 0 liegen.</translation>
    </message>
    <message>
        <source>Young's modulus of the bone cement (PMMA); it takes the place of bone within its structure.</source>
        <translation>Elastizitätsmodul des Knochenzements (PMMA); der Zement tritt innerhalb seiner Struktur an die Stelle des Knochens.</translation>
    </message>
    <message>
        <source>a demonstrator of this program, of no maker</source>
        <translation>ein Demonstrator dieses Programms, von keinem Hersteller</translation>
    </message>
    <message>
        <source>above a point</source>
        <translation>über einem Punkt</translation>
    </message>
    <message>
        <source>along the axis; with it the load turns the implant</source>
        <translation>entlang der Achse; mit ihr dreht die Last das Implantat</translation>
    </message>
    <message>
        <source>amid %1 mm2 that look at the talus</source>
        <translation>in der Mitte von %1 mm2, die zum Talus zeigen</translation>
    </message>
    <message>
        <source>ankle</source>
        <translation>Sprunggelenk</translation>
    </message>
    <message>
        <source>ankle: talus</source>
        <translation>Sprunggelenk: Talus</translation>
    </message>
    <message>
        <source>ankle: tibia</source>
        <translation>Sprunggelenk: Tibia</translation>
    </message>
    <message>
        <source>around points</source>
        <translation>um Punkte</translation>
    </message>
    <message>
        <source>as found</source>
        <translation>wie gefunden</translation>
    </message>
    <message>
        <source>below 0: valgus</source>
        <translation>unter 0: Valgus</translation>
    </message>
    <message>
        <source>below 0: within the bone</source>
        <translation>unter 0: innerhalb des Knochens</translation>
    </message>
    <message>
        <source>below a point</source>
        <translation>unter einem Punkt</translation>
    </message>
    <message>
        <source>breach grade %1 (Gertzbein and Robbins, unverified)</source>
        <translation>Durchbruch Grad %1 (Gertzbein und Robbins, ungeprüft)</translation>
    </message>
    <message>
        <source>cubes that hold any of it</source>
        <translation>Würfel, die etwas davon enthalten</translation>
    </message>
    <message>
        <source>cylinder of radius %1 mm within %2 mm, over %3 degrees</source>
        <translation>Zylinder mit Radius %1 mm, auf %2 mm genau, über %3 Grad</translation>
    </message>
    <message>
        <source>ends that the image cuts</source>
        <translation>Enden, die das Bild anschneidet</translation>
    </message>
    <message>
        <source>find</source>
        <translation>finden</translation>
    </message>
    <message>
        <source>from the horizontal, positive: to the head</source>
        <translation>von der Horizontalen aus, positiv: zum Kopf</translation>
    </message>
    <message>
        <source>from the sagittal direction, positive: to the patient's left</source>
        <translation>von der Sagittalrichtung aus, positiv: zur linken Seite des Patienten</translation>
    </message>
    <message>
        <source>further than the reach</source>
        <translation>weiter als die Reichweite</translation>
    </message>
    <message>
        <source>hip</source>
        <translation>Hüfte</translation>
    </message>
    <message>
        <source>inch</source>
        <translation>Zoll</translation>
    </message>
    <message>
        <source>knee</source>
        <translation>Knie</translation>
    </message>
    <message>
        <source>knee: femur</source>
        <translation>Knie: Femur</translation>
    </message>
    <message>
        <source>knee: tibia</source>
        <translation>Knie: Tibia</translation>
    </message>
    <message>
        <source>known to half a voxel, %1 mm</source>
        <translation>auf ein halbes Voxel genau, %1 mm</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>line through the sections of %1 mm of the shaft, within %2 mm</source>
        <translation>Gerade durch die Querschnitte von %1 mm des Schafts, auf %2 mm genau</translation>
    </message>
    <message>
        <source>load over the way of its point</source>
        <translation>Last geteilt durch den Weg ihres Punktes</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>not tooth</source>
        <translation>kein Zahn</translation>
    </message>
    <message>
        <source>of all places, sharp edges too</source>
        <translation>von allen Stellen, auch scharfen Kanten</translation>
    </message>
    <message>
        <source>of its point, along it</source>
        <translation>ihres Punktes, entlang ihrer Richtung</translation>
    </message>
    <message>
        <source>off the teeth</source>
        <translation>von den Zähnen entfernt</translation>
    </message>
    <message>
        <source>on the teeth</source>
        <translation>auf den Zähnen</translation>
    </message>
    <message>
        <source>proposed: the largest that does not overhang</source>
        <translation>vorgeschlagen: die größte, die nicht überhängt</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>sleeve offset + sleeve height + implant length, without a drill key</source>
        <translation>Hülsenabstand + Hülsenhöhe + Implantatlänge, ohne Bohrlöffel</translation>
    </message>
    <message>
        <source>sphere of radius %1 mm within %2 mm, %3 % of it</source>
        <translation>Kugel mit Radius %1 mm, auf %2 mm genau, %3 % davon</translation>
    </message>
    <message>
        <source>static equivalent, %1 times the load given; no inertia is computed</source>
        <translation>statische Ersatzlast, das %1-Fache der angegebenen Last; Trägheit wird nicht berechnet</translation>
    </message>
    <message>
        <source>straight inwards from the surface; edges of more than 60 degrees left out</source>
        <translation>von der Oberfläche gerade nach innen; ohne Kanten von mehr als 60 Grad</translation>
    </message>
    <message>
        <source>told up to a little more than the guide's thickness</source>
        <translation>angegeben bis etwas über die Dicke der Bohrschablone hinaus</translation>
    </message>
    <message>
        <source>turns away from the other bone</source>
        <translation>vom anderen Knochen abgewandt</translation>
    </message>
    <message>
        <source>von Mises, 1.5 cubes of %1 mm or more inside</source>
        <translation>von Mises, mindestens 1.5 Würfel von %1 mm unter der Oberfläche</translation>
    </message>
    <message>
        <source>'%1' is the name of something else.</source>
        <translation>„%1“ heißt schon etwas anderes.</translation>
    </message>
    <message>
        <source>A choice of this planner: one missing molar of the jaw phantom is 27 degrees wide.</source>
        <translation>Eine Wahl dieses Planers: Ein fehlender Molar des Kieferphantoms ist 27 Grad breit.</translation>
    </message>
    <message>
        <source>Choose the mask of one jaw, or of its teeth on both sides, or set points along the arch by hand.</source>
        <translation>Die Maske eines Kiefers oder seiner Zähne auf beiden Seiten wählen, oder Punkte entlang des Bogens von Hand setzen.</translation>
    </message>
    <message>
        <source>Find the dental arch</source>
        <translation>Zahnbogen finden</translation>
    </message>
    <message>
        <source>From one end to the other, at the height of the crest; empty: it is found.</source>
        <translation>Von einem Ende zum anderen, in Höhe des Kamms; leer: Er wird gefunden.</translation>
    </message>
    <message>
        <source>Gap of the dental arch</source>
        <translation>Lücke des Zahnbogens</translation>
    </message>
    <message>
        <source>Line of the arch</source>
        <translation>Linie des Bogens</translation>
    </message>
    <message>
        <source>Look at it in the slices; where it is off, set points along the arch.</source>
        <translation>In den Schichten ansehen; wo sie danebenliegt, Punkte entlang des Bogens setzen.</translation>
    </message>
    <message>
        <source>Look at it there; where it is off, find it in the bone, or set points along the arch.</source>
        <translation>Dort ansehen; wo sie danebenliegt, im Knochen suchen lassen oder Punkte entlang des Bogens setzen.</translation>
    </message>
    <message>
        <source>Make the dental arch again.</source>
        <translation>Den Zahnbogen neu erzeugen.</translation>
    </message>
    <message>
        <source>Points along the arch</source>
        <translation>Punkte entlang des Bogens</translation>
    </message>
    <message>
        <source>Proposes the middle line of a dental arch, for the panoramic view and cross-sections.</source>
        <translation>Schlägt die Mittellinie eines Zahnbogens vor, für Panoramaansicht und Querschnitte.</translation>
    </message>
    <message>
        <source>Segment the jaw or its teeth, or set points along the arch.</source>
        <translation>Den Kiefer oder seine Zähne segmentieren, oder Punkte entlang des Bogens setzen.</translation>
    </message>
    <message>
        <source>Set them one after another along one jaw.</source>
        <translation>Sie der Reihe nach entlang eines Kiefers setzen.</translation>
    </message>
    <message>
        <source>Set three or more, or none to have it found.</source>
        <translation>Drei oder mehr setzen, oder keinen, damit er gefunden wird.</translation>
    </message>
    <message>
        <source>Teeth of one jaw, on both sides; empty: the line is that of the bone.</source>
        <translation>Zähne eines Kiefers auf beiden Seiten; leer: Die Linie ist die des Knochens.</translation>
    </message>
    <message>
        <source>The arch has fewer than three points, or a coordinate is not a number.</source>
        <translation>Der Bogen hat weniger als drei Punkte, oder eine Koordinate ist keine Zahl.</translation>
    </message>
    <message>
        <source>The arch needs a name.</source>
        <translation>Der Bogen braucht einen Namen.</translation>
    </message>
    <message>
        <source>The arch runs upwards.</source>
        <translation>Der Bogen verläuft nach oben.</translation>
    </message>
    <message>
        <source>The line bridges a gap of %1°, where there is nothing of '%2'.</source>
        <translation>Die Linie überbrückt eine Lücke von %1°, in der nichts von „%2“ ist.</translation>
    </message>
    <message>
        <source>The line of the arch is %1 mm long.</source>
        <translation>Die Linie des Bogens ist %1 mm lang.</translation>
    </message>
    <message>
        <source>The line of the arch is a proposal, found in '%1'.</source>
        <translation>Die Linie des Bogens ist ein Vorschlag, gefunden in „%1“.</translation>
    </message>
    <message>
        <source>The lower jaw.</source>
        <translation>Der Unterkiefer.</translation>
    </message>
    <message>
        <source>The mask has not the shape of a dental arch: %1</source>
        <translation>Die Maske hat nicht die Form eines Zahnbogens: %1</translation>
    </message>
    <message>
        <source>The points are more than %1 mm apart along the arch.</source>
        <translation>Die Punkte liegen entlang des Bogens mehr als %1 mm auseinander.</translation>
    </message>
    <message>
        <source>There are fewer than three points along the arch.</source>
        <translation>Es gibt weniger als drei Punkte entlang des Bogens.</translation>
    </message>
    <message>
        <source>There is neither a mask of the jaw or its teeth nor points along the arch.</source>
        <translation>Es gibt weder eine Maske des Kiefers oder seiner Zähne noch Punkte entlang des Bogens.</translation>
    </message>
    <message>
        <source>proposed: the smallest there is, and it overhangs more than wanted</source>
        <translation>vorgeschlagen: die kleinste, die es gibt, und sie steht weiter über als gewünscht</translation>
    </message>
</context>
<context>
    <name>pollux::SensitivityParams</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
</context>
</TS>
