using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Controls;

/// <summary>Plain rows, paged by the server. Holds nothing but the page that it shows.</summary>
public sealed partial class DataTable<T> where T : notnull
{
    private readonly string _group = ElementId.Next("rows");

    /// <summary>What the table holds, for screen readers: "Users".</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>Null while the first page is being read. Old rows stay during a refresh.</summary>
    [Parameter] public IReadOnlyList<T>? Items { get; set; }

    /// <summary>The <c>th scope="col"</c> cells.</summary>
    [Parameter, EditorRequired] public required RenderFragment Header { get; set; }

    /// <summary>The <c>td</c> cells of one row.</summary>
    [Parameter, EditorRequired] public required RenderFragment<T> Row { get; set; }

    /// <summary>What tells one row from another, also after it was read again.</summary>
    [Parameter] public Func<T, object> KeyOf { get; set; } = item => item;

    /// <summary>The row's name, for the selection's label.</summary>
    [Parameter] public Func<T, string> RowLabel { get; set; } = item => item.ToString() ?? "row";

    [Parameter] public RowSelection Selection { get; set; }

    [Parameter] public IReadOnlyList<T> Selected { get; set; } = [];

    [Parameter] public EventCallback<IReadOnlyList<T>> SelectedChanged { get; set; }

    /// <summary>Lower rows, for long lists that are read rather than worked on.</summary>
    [Parameter] public bool Compact { get; set; }

    [Parameter] public bool Loading { get; set; }

    [Parameter] public string LoadingText { get; set; } = "Loading";

    /// <summary>A filter is set: an empty table shows <see cref="NoMatch"/>.</summary>
    [Parameter] public bool Filtered { get; set; }

    [Parameter] public RenderFragment? Empty { get; set; }

    [Parameter] public RenderFragment? NoMatch { get; set; }

    [Parameter] public RenderFragment? Error { get; set; }

    [Parameter] public bool HasPrevious { get; set; }

    [Parameter] public bool HasNext { get; set; }

    /// <summary>Between the two arrows, e.g. "1-25 of 1,000+".</summary>
    [Parameter] public string? PageText { get; set; }

    [Parameter] public EventCallback OnPrevious { get; set; }

    [Parameter] public EventCallback OnNext { get; set; }

    private IReadOnlyList<T> Rows => Items ?? [];

    // Two rows that one key tells would end the circuit: they are two all the same.
    private IEnumerable<(object Key, T Item)> Keyed =>
        Rows.GroupBy(KeyOf).All(same => same.Count() == 1) ? Rows.Select(item => (KeyOf(item), item)) : Rows.Select((item, place) => ((object)(KeyOf(item), place), item));

    private bool AllSelected => Rows.Count > 0 && Rows.All(IsSelected);

    private bool IsSelected(T item) => Selected.Any(selected => Same(selected, item));

    private bool Same(T left, T right) => KeyOf(left).Equals(KeyOf(right));

    private Task ChooseAsync(T item) => SelectedChanged.InvokeAsync([item]);

    private Task ToggleAsync(T item) =>
        SelectedChanged.InvokeAsync(IsSelected(item) ? [.. Selected.Where(selected => !Same(selected, item))] : [.. Selected, item]);

    private Task ToggleAllAsync() => SelectedChanged.InvokeAsync(AllSelected ? [] : [.. Rows]);
}
