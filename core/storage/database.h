#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace pollux {

/// A prepared statement. Parameters and columns count from 0.
class Statement
{
public:
    Statement(sqlite3* database, std::string_view sql);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;

    Statement& bind(int index, std::int64_t value);
    /// The bytes are not copied: they must live until the next reset() or step() that ends the statement.
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, std::span<const std::byte> blob);

    /// True while there is a row.
    bool step();
    /// Runs a statement that gives no rows, and makes it ready for new values.
    void run();
    void reset();

    std::int64_t integer(int column) const;
    std::string text(int column) const;
    std::span<const std::byte> blob(int column) const; ///< until the next step() or reset()

private:
    sqlite3* m_database;
    sqlite3_stmt* m_statement = nullptr;
};

/// One SQLite connection with the settings for files that come from strangers (defensive, no triggers or views, sizes
/// limited). Used by one thread at a time. Everything throws Error: Io (full, read-only, failing disk), BadInput
/// (damaged).
class Database
{
public:
    enum class Mode { ReadOnly, ReadWrite, Create, Memory };
    Database(const std::filesystem::path& path, Mode mode);
    ~Database();
    Database(Database&& other) noexcept;
    Database& operator=(Database&&) = delete;

    void exec(const std::string& sql);
    Statement prepare(std::string_view sql) const;
    /// First column of the first row; 0 if there is none.
    std::int64_t number(std::string_view sql) const;
    /// Runs `body` as one transaction: all of it or nothing.
    void transaction(const std::function<void()>& body);
    /// Page by page copy of the whole database into `target`, which must be empty.
    void copyTo(Database& target) const;
    /// Runs `body`; statements in it end with Error (Cancelled) soon after `stop` gives true.
    void interruptible(const std::function<bool()>& stop, const std::function<void()>& body);
    /// The write-ahead log is left as it is when this connection closes.
    void leaveLog();

private:
    sqlite3* m_database = nullptr;
};

} // namespace pollux
