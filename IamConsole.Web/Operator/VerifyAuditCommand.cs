using System.CommandLine;
using System.Data.Common;
using System.Security.Cryptography;
using IamConsole.Core.AuditTrail;
using IamConsole.Core.Persistence;

namespace IamConsole.Web.Operator;

/// <summary>
/// <c>verify-audit</c>: the trail on this server, or with <c>--extract</c> a file from one, which needs nothing else. Exit code
/// 0: all is as it was written; 1: it is not, and the first bad row is named; 2: it could not be checked.
/// </summary>
internal static class VerifyAuditCommand
{
    private const int Good = 0;
    private const int Broken = 1;
    private const int Unchecked = 2;

    public static Command Create()
    {
        var extract = new Option<FileInfo?>("--extract") { Description = "Check this extract; neither database nor data folder is needed." };
        var publicKey = new Option<FileInfo?>("--public-key")
        {
            Description = "Your own copy of the checkpoints' public key (audit/checkpoint.pub); without it, the one that is there is trusted.",
        };
        var checkpoints = new Option<FileInfo?>("--checkpoints")
        {
            Description = "Your own copy of audit/checkpoints.jsonl: the trail must meet those checkpoints too.",
        };
        var command = new Command("verify-audit", "Check the audit trail and name the first bad row. Exit code 0: good, 1: broken, 2: could not be checked.")
        {
            extract, publicKey, checkpoints,
        };
        command.SetAction(async (parsed, ct) =>
        {
            try
            {
                var key = parsed.GetValue(publicKey) is { } file ? await File.ReadAllTextAsync(file.FullName, ct) : null;
                var copy = parsed.GetValue(checkpoints)?.FullName;
                return parsed.GetValue(extract) is { } path ? await CheckExtractAsync(path, key, ct)
                    : await OperatorHost.ReadAsync(parsed, (services, token) => CheckTrailAsync(services, key, copy, token), Unchecked, ct);
            }
            catch (Exception error) when (error is AuditTrailException or IOException or UnauthorizedAccessException or ArgumentException
                or CryptographicException or DbException or DatabaseNewerException)
            {
                await Console.Error.WriteLineAsync(error.Message);
                return Unchecked;
            }
        });
        return command;
    }

    private static async Task<int> CheckTrailAsync(IServiceProvider services, string? key, string? copy, CancellationToken ct)
    {
        var verdict = await services.GetRequiredService<VerifyAuditTrail>().RunAsync(key, copy, ct);
        Console.WriteLine(verdict);
        foreach (var remark in verdict.Remarks ?? []) Console.WriteLine($"Warning: {remark}");
        return verdict.IsGood ? Good : Broken;
    }

    private static async Task<int> CheckExtractAsync(FileInfo file, string? key, CancellationToken ct)
    {
        using var text = file.OpenText();
        var verdict = await VerifyExtract.RunAsync(text, key, ct);
        Console.WriteLine(verdict);
        if (verdict.IsGood && key is null) Console.WriteLine("The key was taken from the extract itself. Use --public-key with a copy of your own.");
        return verdict.IsGood ? Good : Broken;
    }
}
