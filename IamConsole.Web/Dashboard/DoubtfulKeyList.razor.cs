using System.Globalization;
using IamConsole.Core.Passkeys;
using IamConsole.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Dashboard;

/// <summary>Security keys that something speaks against, for who may list devices. Nothing where there are none.</summary>
public sealed partial class DoubtfulKeyList
{
    private DoubtfulKeys? _keys;

    [Inject] public required ListDoubtfulKeys Keys { get; set; }

    [Inject] public required CircuitSession Session { get; set; }

    [Inject] public required NavigationManager Navigation { get; set; }

    private string? Counter => _keys is null ? null : _keys.Rows.Count.ToString(CultureInfo.InvariantCulture) + (_keys.HasMore ? "+" : "");

    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() => TryReadAsync(async () =>
    {
        var read = await NewestAsync((caller, ct) => Keys.RunAsync(caller, ct));
        if (read.Succeeded) _keys = read.Value;
        else Navigation.Takes(read.Error);
    });
}
