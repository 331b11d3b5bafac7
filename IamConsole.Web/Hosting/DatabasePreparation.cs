using IamConsole.Core.Persistence;
using IamConsole.Core.Restoring;

namespace IamConsole.Web.Hosting;

/// <summary>From a folder and settings to a database that can be used. What takes long is said on the console.</summary>
internal static class DatabasePreparation
{
    /// <summary>For the server, which keeps the lock that is answered; it is given back if the preparation fails.</summary>
    public static async Task<ServerLock> ForServerAsync(IServiceProvider services, DataFolder folder, CancellationToken ct)
    {
        using var turn = await StartLock.TakeAsync(folder, TimeProvider.System, Say, ct);
        var server = ServerLock.Take(folder);
        try
        {
            await services.GetRequiredService<DatabaseWait>().RunAsync(Say, ct);
            await services.GetRequiredService<ClockCheck>().RunAsync(ct);
            await UpgradeAsync(services.GetRequiredService<DatabaseStartup>(), ct);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>For a command; false, and nothing done, when a server is running on an older database.</summary>
    public static async Task<bool> ForCommandAsync(IServiceProvider services, DataFolder folder, CancellationToken ct)
    {
        using var turn = await StartLock.TakeAsync(folder, TimeProvider.System, Say, ct);
        await services.GetRequiredService<DatabaseWait>().RunAsync(Say, ct);
        var database = services.GetRequiredService<DatabaseStartup>();
        if (ServerLock.IsTaken(folder) && await database.NeedsMigrationAsync(ct)) return false;
        await UpgradeAsync(database, ct);
        return true;
    }

    /// <summary>On the error output, as what a command answers may be another program's input.</summary>
    public static void Say(string text) => Console.Error.WriteLine(text);

    private static async Task UpgradeAsync(DatabaseStartup database, CancellationToken ct)
    {
        if (await database.NeedsMigrationAsync(ct)) Say("Preparing the database: it is new, or from an older version.");
        await database.RunAsync(ct);
    }
}
