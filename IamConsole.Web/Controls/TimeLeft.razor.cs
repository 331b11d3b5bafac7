using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Controls;

/// <summary>"Valid for 9 min 12 s", counted by the browser alone.</summary>
public sealed partial class TimeLeft
{
    private string _until = "";
    private string _serverTime = "";

    [Inject] public required TimeProvider Clock { get; set; }

    [Parameter, EditorRequired] public DateTimeOffset Until { get; set; }

    [Parameter] public string Prefix { get; set; } = "Valid for";

    [Parameter] public string Expired { get; set; } = "Expired";

    protected override void OnInitialized() => _serverTime = Milliseconds(Clock.GetUtcNow());

    protected override void OnParametersSet() => _until = Milliseconds(Until);

    private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
