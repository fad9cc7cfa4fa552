#include "core/case/case_document.h"

#include "core/base/error.h"

#include <algorithm>

namespace pollux {

CaseDocument::CaseDocument() : CaseDocument(Case{}) {}

CaseDocument::CaseDocument(Case start) : m_current(std::make_shared<const Case>(std::move(start))), m_saved(m_current)
{
}

void CaseDocument::show(std::shared_ptr<const Case> next)
{
    const auto before = m_current;
    m_current = std::move(next);
    // A listener may add or drop listeners: walk a copy.
    const auto listeners = m_listeners;
    for (const auto& [token, listener] : listeners)
        listener(*before, *m_current);
}

void CaseDocument::apply(std::string text, const Edit& edit)
{
    apply(std::move(text), pollux::apply(*m_current, edit));
}

void CaseDocument::apply(std::string text, Case after)
{
    m_steps.resize(m_position);
    auto next = std::make_shared<const Case>(std::move(after));
    m_steps.push_back({std::move(text), m_current, next});
    m_position = m_steps.size();
    show(std::move(next));
}

void CaseDocument::amend(Case after)
{
    if (!canUndo() || m_drafting)
        throw Error(ErrorCode::Internal, "There is no step to complete.");
    auto next = std::make_shared<const Case>(std::move(after));
    m_steps[m_position - 1].after = next;
    if (canRedo())
        m_steps[m_position].before = next;
    show(std::move(next));
}

std::string CaseDocument::undoText() const
{
    return canUndo() ? m_steps[m_position - 1].text : std::string();
}

std::string CaseDocument::redoText() const
{
    return canRedo() ? m_steps[m_position].text : std::string();
}

void CaseDocument::undo()
{
    if (!canUndo() || m_drafting)
        return;
    --m_position;
    show(m_steps[m_position].before);
}

void CaseDocument::redo()
{
    if (!canRedo() || m_drafting)
        return;
    ++m_position;
    show(m_steps[m_position - 1].after);
}

CaseDocument::Draft CaseDocument::beginDraft(std::string text)
{
    return Draft(this, std::move(text));
}

void CaseDocument::reset(Case start)
{
    m_steps.clear();
    m_position = 0;
    auto next = std::make_shared<const Case>(std::move(start));
    m_saved = next;
    show(std::move(next));
}

int CaseDocument::listen(Listener listener)
{
    m_listeners.emplace_back(m_nextToken, std::move(listener));
    return m_nextToken++;
}

void CaseDocument::unlisten(int token)
{
    std::erase_if(m_listeners, [token](const auto& entry) { return entry.first == token; });
}

CaseDocument::Draft::Draft(CaseDocument* document, std::string text)
    : m_document(document), m_text(std::move(text)), m_before(document->m_current)
{
    document->m_drafting = true;
}

CaseDocument::Draft::Draft(Draft&& other) noexcept
    : m_document(other.m_document), m_text(std::move(other.m_text)), m_before(std::move(other.m_before))
{
    other.m_document = nullptr;
}

CaseDocument::Draft::~Draft()
{
    if (!m_document)
        return;
    m_document->m_drafting = false;
    if (m_document->m_current != m_before)
        m_document->show(m_before);
}

void CaseDocument::Draft::update(const Edit& edit)
{
    m_document->show(std::make_shared<const Case>(pollux::apply(*m_before, edit)));
}

void CaseDocument::Draft::commit()
{
    CaseDocument* document = m_document;
    m_document = nullptr;
    document->m_drafting = false;
    if (document->m_current == m_before)
        return;
    document->m_steps.resize(document->m_position);
    document->m_steps.push_back({std::move(m_text), m_before, document->m_current});
    document->m_position = document->m_steps.size();
}

} // namespace pollux
