using System.CommandLine;
using IamConsole.Core.Jobs;
using IamConsole.Core.Persistence;
using IamConsole.Web.Hosting;

namespace IamConsole.Web.Operator;

/// <summary>The use cases without the web server, on the same data folder and database.</summary>
internal static class OperatorHost
{
    /// <summary>The data folder, as for the server.</summary>
    public static readonly Option<string?> Data = new("--data") { Description = "The data folder.", Recursive = true };

    /// <summary>Runs <paramref name="command"/>; a database that a running server uses is never migrated under it.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> command, CancellationToken ct)
    {
        using var host = Build(parsed, out var folder);
        if (await DatabasePreparation.ForCommandAsync(host.Services, folder, ct)) return await command(host.Services, ct);
        await Console.Error.WriteLineAsync("A server is running on an older database. Stop it, start the new version once, then run this command again.");
        return 1;
    }

    /// <summary>Runs a command that only reads; an older database is left as it is, and <paramref name="tooOld"/> answered.</summary>
    public static async Task<int> ReadAsync(
        ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> command, int tooOld, CancellationToken ct)
    {
        using var host = Build(parsed, out _);
        await host.Services.GetRequiredService<DatabaseWait>().RunAsync(DatabasePreparation.Say, ct);
        if (!await host.Services.GetRequiredService<DatabaseStartup>().NeedsMigrationAsync(ct)) return await command(host.Services, ct);
        await Console.Error.WriteLineAsync("The database is older than this program, or empty. Start the server once, then run this command again.");
        return tooOld;
    }

    /// <summary>
    /// Runs a command that mends what keeps the console from starting, so none of the start's checks are made but the version's.
    /// </summary>
    public static async Task<int> MendAsync(ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> command, CancellationToken ct)
    {
        using var host = Build(parsed, out var folder);
        using var turn = await DatabasePreparation.ForMendingAsync(host.Services, folder, ct);
        if (turn is not null) return await command(host.Services, ct);
        await Console.Error.WriteLineAsync("A server is running with this data folder. Stop it, then run this command again.");
        return 1;
    }

    /// <summary>Runs a command that looks at the data folder as it is, whatever state that is in.</summary>
    public static async Task<int> LookAsync(ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> command, CancellationToken ct)
    {
        using var host = Build(parsed, out _);
        return await command(host.Services, ct);
    }

    private static IHost Build(ParseResult parsed, out DataFolder folder)
    {
        var once = new ConfigurationManager { [ConsoleHost.NoReload] = "false" };
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory, Configuration = once });
        if (parsed.GetValue(Data) is { } data) builder.Configuration["data"] = data;
        QuietLogging.Configure(builder.Logging, new StartPhase());
        var opened = folder = builder.AddConsole();
        builder.Services.AddSingleton(_ => CommandLock.Take(opened)).AddSingleton(s => JobHolder.New(s.GetRequiredService<CommandLock>().Name));
        return builder.Build();
    }
}
