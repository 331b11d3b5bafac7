using System.Globalization;
using System.Security.Cryptography;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Persistence;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Dashboard;

/// <summary>Security keys that something speaks against, for who may list devices. Nothing where there are none.</summary>
public sealed partial class DoubtfulKeyList
{
    private DoubtfulKeys? _keys;
    private string? _reference;

    [Inject] public required ListDoubtfulKeys Keys { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    [Inject] public required ILogger<DoubtfulKeyList> Logger { get; set; }

    private string? Counter => _keys is null ? null : _keys.Rows.Count.ToString(CultureInfo.InvariantCulture) + (_keys.HasMore ? "+" : "");

    protected override async Task OnInitializedAsync()
    {
        try
        {
            var read = await Keys.RunAsync(await Session.CallerAsync(), CancellationToken.None);
            if (read.Succeeded) _keys = read.Value;
            else Navigation.Takes(read.Error);
        }
        catch (Exception error) when (PassingFault.Is(error))
        {
            _reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
            Logger.DashboardUnread(_reference, error);
        }
    }
}
