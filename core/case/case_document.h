#pragma once

#include "core/case/case.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace pollux {

/// The open case with its history. Main thread only. Listeners are called after every change with both snapshots.
class CaseDocument
{
public:
    using Listener = std::function<void(const Case& before, const Case& after)>;

    CaseDocument();
    explicit CaseDocument(Case start);

    const Case& current() const { return *m_current; }
    std::shared_ptr<const Case> snapshot() const { return m_current; }

    /// One undo step. `text` names it ("Move entry point").
    void apply(std::string text, const Edit& edit);
    void apply(std::string text, Case after);
    /// Completes the last step without making another: undo goes back to before that step. For what follows an edit by
    /// itself, as a surface does. Without a step there is nothing to complete: Error (Internal).
    void amend(Case after);
    bool canUndo() const { return m_position > 0; }
    bool canRedo() const { return m_position < m_steps.size(); }
    std::string undoText() const; ///< empty if nothing
    std::string redoText() const;
    void undo();
    void redo();

    /// A drag: updates show at once, the steps between are forgotten, commit() makes one undo step of the whole.
    /// Destroying a draft without commit() goes back to where it began.
    class Draft
    {
    public:
        Draft(Draft&& other) noexcept;
        Draft& operator=(Draft&&) = delete;
        ~Draft();
        void update(const Edit& edit); ///< relative to the start of the draft
        void commit();

    private:
        friend class CaseDocument;
        Draft(CaseDocument* document, std::string text);
        CaseDocument* m_document;
        std::string m_text;
        std::shared_ptr<const Case> m_before;
    };
    Draft beginDraft(std::string text);
    bool drafting() const { return m_drafting; }

    /// Replaces everything and forgets the history (open, new).
    void reset(Case start);

    /// True if current() is not what was saved.
    bool modified() const { return m_current != m_saved; }
    void setSaved() { m_saved = m_current; }

    int listen(Listener listener); ///< returns a token
    void unlisten(int token);

private:
    void show(std::shared_ptr<const Case> next);

    struct Step
    {
        std::string text;
        std::shared_ptr<const Case> before;
        std::shared_ptr<const Case> after;
    };
    std::shared_ptr<const Case> m_current;
    std::shared_ptr<const Case> m_saved;
    std::vector<Step> m_steps;
    size_t m_position = 0;
    bool m_drafting = false;
    std::vector<std::pair<int, Listener>> m_listeners;
    int m_nextToken = 1;
};

} // namespace pollux
