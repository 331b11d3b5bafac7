using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace IamConsole.Web.Controls;

/// <summary>Shows <see cref="FlashMessages"/>. One per layout.</summary>
public sealed partial class Flashbar
{
    [Inject] public required FlashMessages Messages { get; set; }

    protected override void OnInitialized() => Messages.Changed += Refresh;

    public void Dispose() => Messages.Changed -= Refresh;

    private void Refresh() => _ = InvokeAsync(StateHasChanged);

    private async Task ActAsync(FlashMessage message)
    {
        Messages.Dismiss(message);
        if (message.OnAction is not null) await message.OnAction();
    }

    private static string Css(FlashKind kind) => kind switch
    {
        FlashKind.Success => "flash-success",
        FlashKind.Warning => "flash-warning",
        FlashKind.Error => "flash-error",
        FlashKind.Info or FlashKind.InProgress => "flash-info",
    };

    private static string Svg(FlashKind kind) => kind switch
    {
        FlashKind.Success => Icons.Material.Outlined.CheckCircle,
        FlashKind.Warning => Icons.Material.Outlined.WarningAmber,
        FlashKind.Error => Icons.Material.Outlined.HighlightOff,
        FlashKind.Info or FlashKind.InProgress => Icons.Material.Outlined.Info,
    };
}
