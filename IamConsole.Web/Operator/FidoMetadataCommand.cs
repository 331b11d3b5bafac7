using System.CommandLine;
using System.Globalization;
using IamConsole.Core;
using IamConsole.Core.FidoMetadata;
using IamConsole.Web.FidoMetadata;

namespace IamConsole.Web.Operator;

/// <summary><c>fido-metadata</c>: loads the metadata by which models of security keys are known.</summary>
internal static class FidoMetadataCommand
{
    private const int MostShown = 50;

    private static readonly Argument<FileInfo> Blob = new("FILE") { Description = "The BLOB as the FIDO Metadata Service gives it (blob.jwt)." };
    private static readonly Option<string?> Root = new("--root") { Description = "A PEM file with the root that counts, instead of the configured or the public service's." };
    private static readonly Option<string?> Signer = new("--signer") { Description = "The host name that the signing certificate must bear." };
    private static readonly Option<string[]> Crl = new("--crl") { Description = "Files with revocation lists, DER or PEM.", AllowMultipleArgumentsPerToken = true };

    public static Command Create()
    {
        var command = new Command("fido-metadata", "FIDO metadata: models of security keys, their certifications and reports against them.");
        command.Subcommands.Add(KeyProgramCommand.New("load", "Load a BLOB from a file; needs no network.", [Blob, Root, Signer, Crl], (s, p, ct) => LoadAsync(
            s.GetRequiredService<MetadataSource>().LoadFileAsync(
                p.GetRequiredValue(Blob).FullName, p.GetValue(Root), p.GetValue(Signer), p.GetValue(Crl) ?? [], ct))));
        command.Subcommands.Add(KeyProgramCommand.New(
            "fetch", "Load now from the configured address or file.", [], (s, _, ct) => LoadAsync(s.GetRequiredService<MetadataSource>().LoadAsync(ct))));
        command.Subcommands.Add(KeyProgramCommand.New("status", "Number, age and what the last load changed.", [], StatusAsync));
        return command;
    }

    private static async Task<int> LoadAsync(Task<Result<MetadataLoad>> loading)
    {
        var loaded = await loading;
        if (!loaded.Succeeded) return await OperatorAnswer.RefuseAsync(loaded.Error);
        var load = loaded.Value;
        foreach (var fault in load.LeftOut)
            Console.WriteLine($"entry {fault.Index}, {fault.Subject}: {fault.Reason}{(fault.Kept ? "" : " Left out.")}");
        Console.WriteLine(load.IsNew ? "Loaded." : "Nothing new: this BLOB is in force already.");
        Show(load.State);
        return 0;
    }

    private static async Task<int> StatusAsync(IServiceProvider services, ParseResult parsed, CancellationToken ct)
    {
        if (await services.GetRequiredService<ReadMetadata>().RunAsync(ct) is { } state) Show(state);
        else Console.WriteLine("No FIDO metadata are loaded.");
        return 0;
    }

    private static void Show(MetadataState state)
    {
        var loaded = state.Loaded;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"BLOB {loaded.Number} from {loaded.Source}, loaded {loaded.LoadedAt:yyyy-MM-dd HH:mm} UTC: {loaded.Models} models, left out {loaded.LeftOut}, not for WebAuthn {loaded.Others}"));
        Console.WriteLine($"Signed by {loaded.Signer}");
        Console.WriteLine(loaded.Revocation switch
        {
            RevocationCheck.Complete => "The signer is in no revocation list.",
            RevocationCheck.Partial => "Revocation lists were given, but not for every certificate of the signer.",
            RevocationCheck.None => "Whether the signer is revoked was not checked: no revocation list was given (--crl).",
        });
        var next = loaded.NextUpdate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Console.WriteLine(state.IsOverdue ? $"WARNING: out of date. The next BLOB was due on {next}, {state.DaysOverdue} days ago." : $"Next update: {next}");
        if (state.Before is null) return;
        Console.WriteLine($"Against BLOB {state.Before}: {(state.ChangeCounts.Count == 0 ? "no changes" : string.Join(", ", state.ChangeCounts.OrderBy(c => c.Key).Select(c => $"{c.Value} {ModelChanges.Noun(c.Key)}")))}");
        foreach (var change in state.Changes.Take(MostShown))
            Console.WriteLine($"  {ModelChanges.Noun(change.Kind),-16} {change.Name} ({change.ModelKey}){(change.Statuses is null ? "" : ": " + change.Statuses)}");
    }
}
