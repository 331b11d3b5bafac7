using System.CommandLine;
using IamConsole.Core.Restoring;

namespace IamConsole.Web.Operator;

/// <summary><c>clock-corrected</c>: the clock was in the future and is right again.</summary>
internal static class ClockCorrectedCommand
{
    public static Command Create()
    {
        var command = new Command("clock-corrected",
            "Say that the server's clock was in the future and is right now: what was dated then no longer lasts until that time, and everybody signs in anew.");
        command.SetAction((parsed, ct) => OperatorHost.RunAsync(parsed, RunAsync, ct));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var devices = await services.GetRequiredService<CorrectClock>().RunAsync(ct);
        Console.WriteLine("Everybody signs in anew.");
        foreach (var device in devices) Console.WriteLine($"Had a code of the future, assign it anew: {device}");
        return 0;
    }
}
