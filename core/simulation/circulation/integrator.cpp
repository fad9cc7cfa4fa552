#include "core/simulation/circulation/integrator.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <cvode/cvode.h>
#include <exception>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_context.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <utility>

namespace pollux {

namespace {

/// Between two looks at whether to stop; some milliseconds.
constexpr long kStepsAtOnce = 500;

void quiet(int, const char*, const char*, char*, void*)
{
    // CVODE writes to the error stream; what went wrong comes back as a code, and from us as an Error.
}

} // namespace

struct FlowIntegrator::Part
{
    const FlowNetwork* network = nullptr;
    std::vector<double> state;
    double seconds = 0;
    std::exception_ptr failure;
    SUNContext context = nullptr;
    void* memory = nullptr;
    N_Vector vector = nullptr;
    SUNMatrix matrix = nullptr;
    SUNLinearSolver solver = nullptr;

    ~Part()
    {
        if (memory)
            CVodeFree(&memory);
        if (solver)
            SUNLinSolFree(solver);
        if (matrix)
            SUNMatDestroy(matrix);
        if (vector)
            N_VDestroy(vector);
        if (context)
            SUNContext_Free(&context);
    }

    static int derivative(realtype t, N_Vector y, N_Vector change, void* self)
    {
        auto* part = static_cast<Part*>(self);
        try { // no exception may pass through C
            part->network->derivative(t, N_VGetArrayPointer(y), N_VGetArrayPointer(change));
        } catch (...) {
            part->failure = std::current_exception();
            return -1;
        }
        return 0;
    }
};

FlowIntegrator::FlowIntegrator(const FlowNetwork& network, std::vector<double> state, double seconds,
                               const IntegratorOptions& options)
    : m_part(std::make_unique<Part>())
{
    Part& p = *m_part;
    if (state.empty() || static_cast<int>(state.size()) != network.states() ||
        std::any_of(state.begin(), state.end(), [](double v) { return !std::isfinite(v); }))
        throw Error(ErrorCode::BadInput, "The network does not start from a complete state.",
                    "Give a volume for every part that holds blood.");
    p.network = &network;
    p.state = std::move(state);
    p.seconds = seconds;
    const auto size = static_cast<sunindextype>(p.state.size());
    const auto need = [](bool good) {
        if (!good)
            throw Error(ErrorCode::Internal, "The solver of the circulation could not be set up.",
                        "Close other programs and try again.");
    };
    need(SUNContext_Create(nullptr, &p.context) == 0);
    p.vector = N_VMake_Serial(size, p.state.data(), p.context);
    need(p.vector != nullptr);
    p.memory = CVodeCreate(CV_BDF, p.context);
    need(p.memory != nullptr && CVodeSetErrHandlerFn(p.memory, quiet, nullptr) == CV_SUCCESS);
    need(CVodeInit(p.memory, Part::derivative, seconds, p.vector) == CV_SUCCESS);
    need(CVodeSStolerances(p.memory, options.relative, options.absolute) == CV_SUCCESS);
    need(CVodeSetUserData(p.memory, &p) == CV_SUCCESS);
    need(CVodeSetMaxStep(p.memory, options.longestStep) == CV_SUCCESS);
    need(CVodeSetMaxNumSteps(p.memory, kStepsAtOnce) == CV_SUCCESS);
    p.matrix = SUNDenseMatrix(size, size, p.context);
    need(p.matrix != nullptr);
    p.solver = SUNLinSol_Dense(p.vector, p.matrix, p.context);
    need(p.solver != nullptr && CVodeSetLinearSolver(p.memory, p.solver, p.matrix) == CV_SUCCESS);
}

FlowIntegrator::~FlowIntegrator() = default;

void FlowIntegrator::advance(double seconds, const Job& job)
{
    Part& p = *m_part;
    job.checkStop();
    if (seconds <= p.seconds)
        return;
    realtype reached = p.seconds;
    for (;;) {
        const int code = CVode(p.memory, seconds, p.vector, &reached, CV_NORMAL);
        if (p.failure)
            std::rethrow_exception(std::exchange(p.failure, nullptr));
        job.checkStop();
        if (code == CV_TOO_MUCH_WORK)
            continue; // only so many steps at once, so that a stop is heard
        if (code < 0)
            throw Error(ErrorCode::Internal,
                        "The circulation could not be followed beyond " + toText(double(reached), 3) + " s.",
                        "Check the inputs: one of them may be far from any circulation.");
        break;
    }
    p.seconds = reached;
}

double FlowIntegrator::seconds() const
{
    return m_part->seconds;
}

const std::vector<double>& FlowIntegrator::state() const
{
    return m_part->state;
}

FlowSnapshot FlowIntegrator::snapshot() const
{
    return m_part->network->at(m_part->seconds, m_part->state.data());
}

long FlowIntegrator::steps() const
{
    long steps = 0;
    CVodeGetNumSteps(m_part->memory, &steps);
    return steps;
}

} // namespace pollux
