#!/usr/bin/env bash
# All benchmarks in one go, one table after the other: ninja bench, or tests/bench/run.sh <build folder>.
# Figures are medians of one run on this machine; where a peer can be installed it runs beside ours and the ratio counts.
set -uo pipefail
build=$1
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
data="${POLLUX_DATA:-$here/../../../shared/data}"
title() { printf '\n== %s\n' "$1"; }

echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)"
title "Import: scan and load, beside dcm2niix and plastimatch"
studies=()
for study in "$data"/liver_ct_ircad17*/PATIENT_DICOM.zip "$data"/abdomen_ct_crlm1004/image "$data"/cardiac_la_lge_mri_dicom/*.zip; do
    [ -e "$study" ] && studies+=("$study")
done
if [ ${#studies[@]} -gt 0 ]; then
    bash "$here/import_peers.sh" "$build/bench/bench_import" "${studies[@]}"
else
    echo "skipped: no studies in $data (set POLLUX_DATA)"
fi
title "NIfTI of 512x512x200 by the worker process, beside the toolkit inside"
"$build/bench/bench_image_file"
title "Case file: save and load of 512x512x300, beside a raw copy"
"$build/bench/bench_storage"
title "Liver puncture planner: 20,000 entries on one core"
"$build/bench/bench_liver_planner"
title "Viewer: three slices of 512x512x300"
QT_QPA_PLATFORM=offscreen "$build/bench/bench_viewer"
title "3-D: a million triangles, an image of 512x512x300, surfaces of strokes"
bash "$here/../run_gui.sh" "$build/bench/bench_scene"
title "3-D: a body of 200,000 triangles that breathes"
bash "$here/../run_gui.sh" "$build/bench/bench_breathing"
title "Segmentation editor: strokes on 512x512x300, undo memory, the slower tools"
"$build/bench/bench_edit"
title "Deformable registration of the breathing phantom, beside elastix and plastimatch"
"$build/bench/bench_registration"
title "Circulation after a liver resection: one value, its band, the curve, the closed loop"
"$build/bench/bench_circulation"
title "Heat of an ablation: 10 minutes on 96x96x96"
"$build/bench/bench_heat"
title "Elasticity: passes, solves, a drag, beside CalculiX"
"$build/bench/bench_elasticity"
title "Everything that has a known answer: elasticity, axes, implants"
"$build/bench/verify"
title "An implant that is moved: distances and stress of 200 poses"
"$build/bench/bench_implant"
title "A preview of that stress without solving: time to learn, its error beside six iterations"
"$build/bench/bench_surrogate"
title "A joint component while its setting changes: 200 of them"
"$build/bench/bench_component"
title "A screw that is moved: all its measures, with chances and without"
"$build/bench/bench_screw"
title "The pages of implants while something is moved, all four views"
bash "$here/../run_gui.sh" "$build/bench/bench_pages"
