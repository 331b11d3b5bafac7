using System.Globalization;
using IamConsole.Core.HardwareTokens;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Dashboard;

/// <summary>Tokens that will lock their users out, for who may list tokens. Nothing where none will.</summary>
public sealed partial class DriftingTokenList
{
    private DriftingTokens? _tokens;

    [Inject] public required ListDriftingTokens Tokens { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    private string? Counter => _tokens is null ? null : _tokens.Rows.Count.ToString(CultureInfo.InvariantCulture) + (_tokens.HasMore ? "+" : "");

    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() => TryReadAsync(async () =>
    {
        var read = await NewestAsync((caller, ct) => Tokens.RunAsync(caller, ct));
        if (read.Succeeded) _tokens = read.Value;
        else Navigation.Takes(read.Error);
    });
}
