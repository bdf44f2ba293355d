using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Log;

/// <summary>What went wrong in the store, by SQLite's result codes (https://www.sqlite.org/rescode.html).</summary>
public static class StorageFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int PrimaryKey = 1555;
    private const int Unique = 2067;

    public static bool IsClash(DbUpdateException fault) =>
        // A row that another node changed or deleted meanwhile is a clash as well.
        fault is DbUpdateConcurrencyException
        || fault.InnerException is SqliteException { SqliteExtendedErrorCode: PrimaryKey or Unique };

    public static bool IsFullOrLocked(Exception? fault) =>
        fault switch
        {
            SqliteException sqlite => sqlite.SqliteErrorCode
                is Busy
                    or Locked
                    or ReadOnly
                    or InputOutput
                    or Full
                    or CannotOpen,
            IOException => true,
            null => false,
            _ => IsFullOrLocked(fault.InnerException),
        };
}
