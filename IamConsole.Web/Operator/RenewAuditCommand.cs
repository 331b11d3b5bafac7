using System.CommandLine;
using IamConsole.Core.AuditTrail;

namespace IamConsole.Web.Operator;

/// <summary><c>renew-audit</c>: a key or the checkpoints of the audit trail are lost, or rows were changed, and no backup brings them back.</summary>
internal static class RenewAuditCommand
{
    public static Command Create()
    {
        var command = new Command("renew-audit",
            "Begin the audit trail anew behind what is there, when its key, its checkpoints or its end are lost for good. What is there is kept; "
            + "every later check says that it can no longer be vouched for.");
        command.SetAction((parsed, ct) => OperatorHost.MendAsync(parsed, RunAsync, ct));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, CancellationToken ct)
    {
        if (await services.GetRequiredService<RenewAuditTrail>().RunAsync(ct) is not { } fault)
        {
            await Console.Error.WriteLineAsync("The audit trail is good and has its keys and checkpoints. Nothing was changed.");
            return 1;
        }

        Console.WriteLine($"Begun anew. What was wrong: {fault}");
        Console.WriteLine($"The former files are kept in {services.GetRequiredService<AuditFiles>().Folder.FullName}. Give auditors the new checkpoint.pub if it is another.");
        return 0;
    }
}
