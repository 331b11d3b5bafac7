using IamConsole.Core.Policies;
using IamConsole.Core.Policies.Language;
using IamConsole.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace IamConsole.Web.Policies;

/// <summary>
/// A policy's text with the findings of its validation, which runs at each pause in typing. A plain field: the Tab key
/// leaves it, as it leaves every field.
/// </summary>
public sealed partial class PolicyEditor
{
    // One message of the circuit holds 32 KB; quotes and line breaks count twice in it. Indentation beyond that is taken off.
    private const int Longest = 20_000;

    private ElementReference _text;
    private ElementReference _numbers;
    private IJSObjectReference? _module;
    private string _shown = "";
    private string? _sent;
    private IReadOnlyList<PolicyFinding> _findings = [];

    [Inject] public required IJSRuntime Js { get; set; }

    /// <summary>The text; lines end with a line feed.</summary>
    [Parameter, EditorRequired] public required string Value { get; set; }

    [Parameter] public EventCallback<string> ValueChanged { get; set; }

    /// <summary>Why the text was not stored.</summary>
    [Parameter] public string? Error { get; set; }

    /// <summary>Whether it is a managed policy, which must name the current version.</summary>
    [Parameter] public bool IsManaged { get; set; }

    /// <summary>Characters without white space.</summary>
    [Parameter] public int Limit { get; set; } = PolicyErrors.LargestManaged;

    [Parameter] public int Rows { get; set; } = 24;

    // A form that nobody has written in yet is not wrong.
    private bool IsUntouched => _shown == PolicyTemplate.Empty.ReplaceLineEndings("\n");

    private string Summary => IsUntouched ? "Findings are listed here as you write." : $"Security warnings: {Count(FindingKind.SecurityWarning)}, errors: {Count(FindingKind.Error)}, "
        + $"warnings: {Count(FindingKind.Warning)}, suggestions: {Count(FindingKind.Suggestion)}";

    public ValueTask FocusAsync() => _text.FocusAsync();

    protected override void OnParametersSet() => Show(Value);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Policies/PolicyEditor.razor.js");
            await _module.InvokeVoidAsync("listen", _text, _numbers, Longest);
        }

        if (_module is null || _sent == _shown) return;
        _sent = _shown;
        await _module.InvokeVoidAsync("show", _text, _numbers, _shown);
    }

    protected override ValueTask LeaveAsync() => _module.CloseAsync();

    private static string NameOf(FindingKind kind) => kind is FindingKind.SecurityWarning ? "Security warning" : kind.ToString();

    private static StatusKind StatusOf(FindingKind kind) => kind switch
    {
        FindingKind.Error => StatusKind.Error,
        FindingKind.SecurityWarning or FindingKind.Warning => StatusKind.Warning,
        FindingKind.Suggestion => StatusKind.Info,
    };

    private int Count(FindingKind kind) => _findings.Count(f => f.Kind == kind);

    // The browser's field knows only line feeds, and positions are counted in what it shows.
    private void Show(string text)
    {
        var shown = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (shown == _shown) return;
        _shown = shown;
        _findings = IsUntouched ? [] : ValidatePolicy.Run(shown, IsManaged);
    }

    private Task TypedAsync(string? text)
    {
        Show(text ?? "");
        return ValueChanged.InvokeAsync(_shown);
    }

    private async Task GoToAsync(TextPosition place)
    {
        if (_module is not null) await _module.InvokeVoidAsync("select", _text, place.Start, place.Length);
    }
}
