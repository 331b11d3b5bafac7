using System.CommandLine;
using IamConsole.Core.Persistence;
using IamConsole.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Web.Operator;

/// <summary><c>backup</c>: everything that a restore needs, beside a running server.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var to = new Argument<DirectoryInfo>("DIR") { Description = "A folder that is empty and its owner's alone, or is not there yet." };
        var check = new Option<bool>("--check") { Description = "Only say whether the backup in DIR is whole." };
        var command = new Command("backup",
            "Copy the database, the key ring, and keys and checkpoints of the audit trail into DIR. The server may run. See docs/backup.md.")
        {
            to, check,
        };
        command.SetAction((parsed, ct) => parsed.GetValue(check) ? CheckAsync(parsed.GetValue(to)!)
            : OperatorHost.LookAsync(parsed, (services, token) => RunAsync(services, parsed.GetValue(to)!, token), ct));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, DirectoryInfo to, CancellationToken ct)
    {
        var folder = services.GetRequiredService<DataFolder>();
        await using var db = await services.GetRequiredService<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(ct);
        var isEmbedded = db.Database.IsSqlite();
        if (BackupFolder.Refuse(folder, to, isEmbedded) is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal);
            return 1;
        }

        await new BackupFolder(folder, to).FillAsync(isEmbedded, ct);
        Console.WriteLine($"The backup is whole: {to.FullName}");
        if (!isEmbedded)
        {
            Console.WriteLine("The database is not in it. Copy it now:");
            Console.WriteLine(PostgresDump.Command(db.Database.GetConnectionString()!, Path.Combine(to.FullName, "database.dump")));
        }

        Console.WriteLine("It holds the key ring unencrypted: whoever reads it can read every seed. Keep it where the data folder itself could lie.");
        return 0;
    }

    private static async Task<int> CheckAsync(DirectoryInfo of)
    {
        if (await BackupManifest.FaultAsync(of) is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            return 1;
        }

        Console.WriteLine("The backup is whole.");
        return 0;
    }
}
