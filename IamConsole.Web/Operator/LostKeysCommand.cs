using System.CommandLine;
using IamConsole.Core.Restoring;

namespace IamConsole.Web.Operator;

/// <summary><c>lost-keys</c>: keys of the key ring are lost, and no backup brings them back.</summary>
internal static class LostKeysCommand
{
    public static Command Create()
    {
        var remove = new Option<bool>("--remove") { Description = "Remove them; without it they are only listed." };
        var command = new Command("lost-keys",
            "List what was encrypted with keys that the key ring has lost: devices, tokens, waiting imports, addresses. With --remove they go, "
            + "and the console starts with the ring that is there. Whoever loses his only device signs in with the password alone.")
        {
            remove,
        };
        command.SetAction((parsed, ct) => OperatorHost.MendAsync(parsed, (services, token) => RunAsync(services, parsed.GetValue(remove), token), ct));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, bool remove, CancellationToken ct)
    {
        var lost = await services.GetRequiredService<ForgetLostSecrets>().RunAsync(remove, ct);
        foreach (var device in lost.Devices) Console.WriteLine(device);
        Console.WriteLine(
            $"{(remove ? "Removed" : "Lost")}: {lost.Devices.Count} devices, {lost.Tokens} tokens in stock (import their maker's file again), "
            + $"{lost.ImportRows} rows of waiting imports, {lost.Addresses} addresses of key orders.");
        return 0;
    }
}
