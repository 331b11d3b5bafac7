using IamConsole.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace IamConsole.Web.Users;

/// <summary>"Select visible columns". The browser remembers the choice; it is nobody else's business.</summary>
public sealed partial class UserColumns
{
    private readonly HashSet<string> _chosen = [];
    private IJSObjectReference? _module;
    private bool _open;

    [Inject] public required IJSRuntime Js { get; set; }

    /// <summary>The columns shown.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<UserColumn> Columns { get; set; }

    [Parameter] public EventCallback<IReadOnlyList<UserColumn>> ColumnsChanged { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Users/UserColumns.razor.js");
        if (await _module.InvokeAsync<string[]?>("read") is { } remembered) await ShowAsync(remembered);
    }

    protected override ValueTask LeaveAsync() => _module.CloseAsync();

    private void Ask()
    {
        _chosen.Clear();
        _chosen.UnionWith(Columns.Select(column => column.Key));
        _open = true;
    }

    private void Toggle(UserColumn column)
    {
        if (!_chosen.Remove(column.Key)) _chosen.Add(column.Key);
    }

    private async Task ConfirmAsync()
    {
        Close();
        await ShowAsync(_chosen);
        if (_module is not null) await _module.InvokeVoidAsync("write", _chosen);
    }

    private Task ShowAsync(ICollection<string> keys) => ColumnsChanged.InvokeAsync([.. UserColumn.All.Where(column => keys.Contains(column.Key))]);

    private void Close() => _open = false;
}
