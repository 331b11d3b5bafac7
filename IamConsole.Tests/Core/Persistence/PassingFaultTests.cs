using System.Net.Sockets;
using IamConsole.Core;
using IamConsole.Core.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace IamConsole.Tests.Core.Persistence;

/// <summary>One classifier: what passes by itself, however driver and EF wrap it, and what does not.</summary>
public sealed class PassingFaultTests
{
    public static TheoryData<string, bool> States => new()
    {
        { PostgresErrorCodes.AdminShutdown, true },
        { PostgresErrorCodes.CrashShutdown, true },
        { PostgresErrorCodes.CannotConnectNow, true },
        { PostgresErrorCodes.TooManyConnections, true },
        { PostgresErrorCodes.DiskFull, true },
        { PostgresErrorCodes.SerializationFailure, true },
        { PostgresErrorCodes.DeadlockDetected, true },
        { PostgresErrorCodes.LockNotAvailable, true },
        { PostgresErrorCodes.QueryCanceled, true },
        { PostgresErrorCodes.ConnectionFailure, true },
        { PostgresErrorCodes.ReadOnlySqlTransaction, true },
        { PostgresErrorCodes.IoError, true },
        { "57P05", true },
        { "25P03", true },
        { PostgresErrorCodes.UniqueViolation, false },
        { PostgresErrorCodes.ForeignKeyViolation, false },
        { PostgresErrorCodes.UndefinedTable, false },
        { PostgresErrorCodes.InvalidPassword, false },
        { PostgresErrorCodes.InsufficientPrivilege, false },
    };

    [Theory, MemberData(nameof(States))]
    public void The_servers_state_decides(string state, bool passing) =>
        Everywhere(new PostgresException("text", "ERROR", "ERROR", state), passing);

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, true)]
    [InlineData(10, true)]
    [InlineData(13, true)]
    [InlineData(14, true)]
    [InlineData(1, false)]
    [InlineData(11, false)]
    [InlineData(19, false)]
    public void SQLites_result_code_decides(int code, bool passing) => Everywhere(new SqliteException("text", code), passing);

    [Fact]
    public void A_connection_that_breaks_or_is_not_made_passes()
    {
        Everywhere(new NpgsqlException("Failed to connect", new SocketException(111)), passing: true);
        Everywhere(new NpgsqlException("Exception while reading from stream", new EndOfStreamException()), passing: true);
        Everywhere(new NpgsqlException("The operation has timed out", new TimeoutException()), passing: true);
        Everywhere(new DatabaseBusyException(), passing: true);
    }

    [Fact]
    public async Task A_server_whose_name_does_not_resolve_passes_but_no_other_socket()
    {
        await using var connection = new NpgsqlConnection("Host=no-such-host.invalid;Timeout=5");

        var error = await Assert.ThrowsAnyAsync<Exception>(() => connection.OpenAsync(TestContext.Current.CancellationToken));

        Everywhere(error, passing: true);
        Everywhere(new SocketException(111), passing: false);
    }

    [Fact]
    public void Faults_of_the_console_stay_faults()
    {
        Everywhere(new InvalidOperationException("Sequence contains no elements"), passing: false);
        Everywhere(new TimeoutException(), passing: false);
        Everywhere(new OperationCanceledException(), passing: false);
    }

    [Fact]
    public void An_unknown_outcome_is_not_told_as_nothing_changed()
    {
        var lost = new OutcomeUnknownException(new NpgsqlException("Exception while reading from stream", new EndOfStreamException()));

        Assert.Equal(PersistenceErrors.OutcomeUnknown, PassingFault.Of(lost));
        Assert.DoesNotContain("Nothing was changed", PersistenceErrors.OutcomeUnknown.Message, StringComparison.Ordinal);
    }

    private static void Everywhere(Exception fault, bool passing)
    {
        Error? expected = passing ? PersistenceErrors.Busy : null;
        Assert.Equal(expected, PassingFault.Of(fault));
        Assert.Equal(passing, PassingFault.Is(new DbUpdateException("text", fault)));
        Assert.Equal(passing, PassingFault.Is(new InvalidOperationException("likely due to a transient failure", new DbUpdateException("text", fault))));
        Assert.Equal(passing, PassingFault.Is(new RetryLimitExceededException("text", fault)));
        Assert.Equal(passing, PassingFault.Is(new AggregateException(new InvalidOperationException(), fault)));
    }
}
