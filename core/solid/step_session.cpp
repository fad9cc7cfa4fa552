#include "core/solid/step_session.h"

#include "core/base/error.h"

#include <Interface_Static.hxx>
#include <Message.hxx>
#include <Message_Messenger.hxx>
#include <Message_PrinterOStream.hxx>
#include <STEPControl_Controller.hxx>

namespace pollux {

namespace {

std::mutex& mutexOfAll()
{
    static std::mutex mutex;
    return mutex;
}

} // namespace

StepSession::StepSession() : m_lock(mutexOfAll())
{
    Message::DefaultMessenger()->RemovePrinters(STANDARD_TYPE(Message_PrinterOStream));
    STEPControl_Controller::Init();
    set("xstep.cascade.unit", "MM");
}

void StepSession::set(const char* key, const char* value)
{
    if (!Interface_Static::SetCVal(key, value))
        throw Error(ErrorCode::Internal, std::string("The STEP library does not take the setting ") + key + ".");
}

} // namespace pollux
