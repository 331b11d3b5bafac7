using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace IamConsole.Web.Controls;

/// <summary>The search field. Its browser module waits for a pause in typing, so that not every key becomes a message.</summary>
public sealed partial class SearchField
{
    private readonly string _id = ElementId.Next("search");
    private string? _given;
    private string? _told;
    private IJSObjectReference? _module;

    [Inject] public required IJSRuntime Js { get; set; }

    /// <summary>What is searched, by what: "Find users by name or path".</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public string? Value { get; set; }

    /// <summary>Enter was pressed, or typing paused. The same text is told once.</summary>
    [Parameter] public EventCallback<string?> ValueChanged { get; set; }

    // The page may empty the field; then the same text is a new question.
    protected override void OnParametersSet()
    {
        if (Value != _given) (_given, _told) = (Value, Value);
    }

    // The browser reports the value once more when the field is left. By then a link may have been clicked, and a page that
    // went to its address again would lead back from there.
    private Task TellAsync(string? text)
    {
        if ((text ?? "") == (_told ?? "")) return Task.CompletedTask;
        _told = text;
        return ValueChanged.InvokeAsync(text);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Controls/SearchField.razor.js");
        await _module.InvokeVoidAsync("listen", _id);
    }

    protected override ValueTask LeaveAsync() => _module.CloseAsync();
}
