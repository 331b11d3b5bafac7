using System.CommandLine;
using IamConsole.Core.Restoring;

namespace IamConsole.Web.Operator;

/// <summary><c>restored</c>: an older database came back and nothing but the operator knows it.</summary>
internal static class RestoredCommand
{
    public static Command Create()
    {
        var command = new Command("restored",
            "Say that an older database was brought back: no code used since is good any more, everybody signs in anew, the audit trail says so. "
            + "A start notices by itself where it can; once more does no harm. See docs/backup.md.");
        command.SetAction((parsed, ct) => OperatorHost.RunAsync(parsed, RunAsync, ct));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var done = (await services.GetRequiredService<ResumeRestored>().RunAsync(told: true, ct))!;
        Console.WriteLine(
            $"Taken up again from row {done.LastRow} of the audit trail{(done.LastEventAt is { } at ? $", written {at:u}" : "")}. "
            + $"Devices and tokens whose used codes are ruled out: {done.Devices}. Sessions and sign-ins ended: {done.Sessions}.");
        Console.WriteLine("What happened since is gone: passwords changed, users, devices and policies added or removed, tokens handed out. See docs/backup.md.");
        return 0;
    }
}
