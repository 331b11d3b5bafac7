using System.Globalization;
using System.Security.Cryptography;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.Persistence;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Dashboard;

/// <summary>Tokens that will lock their users out, for who may list tokens. Nothing where none will.</summary>
public sealed partial class DriftingTokenList
{
    private DriftingTokens? _tokens;
    private string? _reference;

    [Inject] public required ListDriftingTokens Tokens { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required TimeProvider Clock { get; set; }

    [Inject] public required ILogger<DriftingTokenList> Logger { get; set; }

    private string? Counter => _tokens is null ? null : _tokens.Rows.Count.ToString(CultureInfo.InvariantCulture) + (_tokens.HasMore ? "+" : "");

    protected override async Task OnInitializedAsync()
    {
        try
        {
            var read = await Tokens.RunAsync(await Session.CallerAsync(), CancellationToken.None);
            if (read.Succeeded) _tokens = read.Value;
            else Navigation.Takes(read.Error);
        }
        catch (Exception error) when (PassingFault.Is(error))
        {
            _reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
            Logger.DashboardUnread(_reference, error);
        }
    }
}
