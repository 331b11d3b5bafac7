using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Controls;

/// <summary>
/// A ring that runs to the next code. The browser counts alone, from the server's clock: a tick that came
/// over the circuit would look like a user at work and keep the session alive.
/// </summary>
public sealed partial class Countdown
{
    private string _serverTime = "";

    [Inject] public required TimeProvider Clock { get; set; }

    /// <summary>Seconds that a code is shown.</summary>
    [Parameter] public int Period { get; set; } = 30;

    protected override void OnInitialized() =>
        _serverTime = Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
