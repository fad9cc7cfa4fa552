#include "core/storage/database.h"

#include "core/base/error.h"

#include <sqlite3.h>

#include <cerrno>
#include <sys/resource.h>
#include <utility>

namespace pollux {

namespace {

/// No text or blob of ours is near this; a declared length beyond it is damage.
constexpr int kMaxValueBytes = 64 << 20;

bool fileSizeLimited()
{
    struct rlimit limit = {};
    return ::getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

[[noreturn]] void fail(sqlite3* database, int code)
{
    const int primary = code & 0xff;
    const int systemError = database ? sqlite3_system_errno(database) : 0;
    switch (primary) {
    case SQLITE_FULL:
        throw Error(ErrorCode::Io, "The disk is full.", "Free some space or choose another folder, then save again.");
    case SQLITE_IOERR:
        if (code == SQLITE_IOERR_NOMEM)
            throw Error(ErrorCode::OutOfMemory, "Not enough memory for the case file.", "Close other programs.");
        // What the system said may be gone by now; a limit on the size of files, where there is one, is the likely
        // cause.
        if (systemError == EFBIG || systemError == ENOSPC || systemError == EDQUOT || fileSizeLimited())
            throw Error(ErrorCode::Io, "There is no room for the case file (disk, quota or file size limit).",
                        "Free some space or choose another folder, then save again.");
        throw Error(ErrorCode::Io, "The disk does not read or write the case file.",
                    "Check that the disk or network folder is still there, or choose another folder.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        throw Error(ErrorCode::Io, "The case file may not be written.",
                    "Save under a name in a folder that you may write to.");
    case SQLITE_CANTOPEN:
        throw Error(ErrorCode::Io, "The case file cannot be opened.",
                    "Check that the folder exists and that you may read and write it.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw Error(ErrorCode::Io, "Another program is using the case file.", "Close it there, then try again.");
    case SQLITE_NOMEM:
        throw Error(ErrorCode::OutOfMemory, "Not enough memory for the case file.", "Close other programs.");
    case SQLITE_INTERRUPT:
        throw Error(ErrorCode::Cancelled, "Stopped on request.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_TOOBIG:
    case SQLITE_ERROR: // "no such table", "no such column": not the schema of a case
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_SCHEMA:
        throw Error(ErrorCode::BadInput, std::string("The case file is damaged (") + sqlite3_errstr(code) + ").",
                    "Open the copy of the last save beside it (same name with '~' at the end) or an unsaved working "
                    "copy, if one is offered.");
    default:
        throw Error(ErrorCode::Internal, std::string("The case file's database failed (") + sqlite3_errstr(code) + ").",
                    "Save under another name.");
    }
}

void check(sqlite3* database, int code)
{
    if (code != SQLITE_OK)
        fail(database, sqlite3_extended_errcode(database));
}

} // namespace

Statement::Statement(sqlite3* database, std::string_view sql) : m_database(database)
{
    check(database, sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &m_statement, nullptr));
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr))
{
}

Statement& Statement::bind(int index, std::int64_t value)
{
    check(m_database, sqlite3_bind_int64(m_statement, index + 1, value));
    return *this;
}

Statement& Statement::bind(int index, std::string_view text)
{
    const char* data = text.data() ? text.data() : "";
    check(m_database, sqlite3_bind_text64(m_statement, index + 1, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int index, std::span<const std::byte> blob)
{
    const void* data = blob.data() ? static_cast<const void*>(blob.data()) : "";
    check(m_database, sqlite3_bind_blob64(m_statement, index + 1, data, blob.size(), SQLITE_STATIC));
    return *this;
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const int extended = sqlite3_extended_errcode(m_database);
    sqlite3_reset(m_statement);
    fail(m_database, extended);
}

void Statement::run()
{
    while (step()) {
    }
    reset();
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string Statement::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return data ? std::string(data, static_cast<size_t>(sqlite3_column_bytes(m_statement, column))) : std::string();
}

std::span<const std::byte> Statement::blob(int column) const
{
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(m_statement, column));
    return {data, data ? static_cast<size_t>(sqlite3_column_bytes(m_statement, column)) : 0};
}

Database::Database(const std::filesystem::path& path, Mode mode)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
    case Mode::ReadOnly:
        flags |= SQLITE_OPEN_READONLY;
        break;
    case Mode::ReadWrite:
        flags |= SQLITE_OPEN_READWRITE;
        break;
    case Mode::Create:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        break;
    case Mode::Memory:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY;
        break;
    }
    const int code = sqlite3_open_v2(mode == Mode::Memory ? ":memory:" : path.c_str(), &m_database, flags, nullptr);
    try {
        if (code != SQLITE_OK)
            fail(m_database, code);
        sqlite3_busy_timeout(m_database, 2000);
        sqlite3_db_config(m_database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(m_database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(m_database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        sqlite3_db_config(m_database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
        sqlite3_db_config(m_database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
        sqlite3_db_config(m_database, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
        sqlite3_limit(m_database, SQLITE_LIMIT_LENGTH, kMaxValueBytes);
        sqlite3_limit(m_database, SQLITE_LIMIT_SQL_LENGTH, 100000);
        exec(
            "PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = OFF");
    } catch (...) {
        sqlite3_close_v2(m_database);
        throw;
    }
}

Database::~Database()
{
    sqlite3_close_v2(m_database);
}

Database::Database(Database&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

void Database::exec(const std::string& sql)
{
    check(m_database, sqlite3_exec(m_database, sql.c_str(), nullptr, nullptr, nullptr));
}

Statement Database::prepare(std::string_view sql) const
{
    return Statement(m_database, sql);
}

std::int64_t Database::number(std::string_view sql) const
{
    Statement s = prepare(sql);
    return s.step() ? s.integer(0) : 0;
}

void Database::transaction(const std::function<void()>& body)
{
    exec("BEGIN IMMEDIATE");
    try {
        body();
        exec("COMMIT");
    } catch (...) {
        // Some errors (disk full) have rolled back already; then this one says so and there is nothing left to do.
        sqlite3_exec(m_database, "ROLLBACK", nullptr, nullptr, nullptr);
        throw;
    }
}

void Database::copyTo(Database& target) const
{
    sqlite3_backup* backup = sqlite3_backup_init(target.m_database, "main", m_database, "main");
    if (!backup)
        fail(target.m_database, sqlite3_extended_errcode(target.m_database));
    sqlite3_backup_step(backup, -1);
    const int code = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK)
        fail(target.m_database, code);
}

void Database::interruptible(const std::function<bool()>& stop, const std::function<void()>& body)
{
    sqlite3_progress_handler(
        m_database, 200, [](void* p) { return (*static_cast<const std::function<bool()>*>(p))() ? 1 : 0; },
        const_cast<std::function<bool()>*>(&stop));
    try {
        body();
    } catch (...) {
        sqlite3_progress_handler(m_database, 0, nullptr, nullptr);
        throw;
    }
    sqlite3_progress_handler(m_database, 0, nullptr, nullptr);
}

void Database::leaveLog()
{
    sqlite3_db_config(m_database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

} // namespace pollux
