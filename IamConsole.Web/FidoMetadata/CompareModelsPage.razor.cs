using IamConsole.Core;
using IamConsole.Core.FidoMetadata;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.FidoMetadata;

/// <summary>Up to four models side by side; their keys stand in the address, in the order in which they are shown.</summary>
public sealed partial class CompareModelsPage
{
    private static readonly (string Name, Func<ModelRow, string> Value)[] Properties =
    [
        ("FIDO certification", r => ModelText.Level(r.Model.Levels.Fido)),
        ("FIPS 140 certification", r => ModelText.Fips(r.Model.Levels)),
        ("Transports", r => ModelText.Transports(r.Model.Transports)),
        ("User verification", r => ModelText.Verification(r.Model)),
        ("Key protection", r => ModelText.List(r.Model.Entry.KeyProtection)),
        ("Matcher protection", r => ModelText.List(r.Model.Entry.MatcherProtection)),
        ("Protocols", r => ModelText.Protocols(r.Model)),
        ("Passkeys kept on it", r => r.Model.Entry.Options.GetValueOrDefault("rk") ? "Yes" : "-"),
        ("Attestation", r => ModelText.Attestation(r.Model)),
        ("Algorithms", r => ModelText.Algorithms(r.Model)),
        ("Strength of keys", r => r.Model.Entry.CryptoStrength is { } bits ? $"{bits} bits" : "-"),
        ("Last report", r => ModelText.Day(r.Model.Entry.LastChange)),
        ("Our users", r => r.Users is { } users ? users.ToString(System.Globalization.CultureInfo.InvariantCulture) : "-"),
    ];

    private IReadOnlyList<ModelRow>? _rows;
    private Error? _refusal;
    private string? _read;

    [Inject] public required ListModels Models { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [SupplyParameterFromQuery(Name = ModelAddress.CompareKeys)] public string? Keys { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_read is not null && _read == Keys) return;
        _read = Keys ?? "";
        var keys = _read.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var read = await NewestAsync((caller, ct) => Models.RunAsync(caller, new ModelQuery(Keys: keys), ct));
        if (read.Succeeded) _rows = [.. read.Value.Rows.OrderBy(row => Array.IndexOf(keys, row.Model.Key))];
        else if (!Navigation.Takes(read.Error)) _refusal = read.Error;
    }

    private bool Differs(Func<ModelRow, string> value) => _rows!.Select(value).Distinct(StringComparer.Ordinal).Skip(1).Any();
}
