using IamConsole.Core.Users;
using IamConsole.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.Users;

/// <summary>The rows of the users page in the chosen columns.</summary>
public sealed partial class UserTable
{
    private const int OldPassword = 90;
    private const int AgingPassword = 80;

    [Inject] public required TimeProvider Clock { get; set; }

    /// <summary>Null while the first page is being read.</summary>
    [Parameter] public IReadOnlyList<UserRow>? Rows { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<UserColumn> Columns { get; set; }

    [Parameter] public UserSort Sort { get; set; }

    [Parameter] public bool Descending { get; set; }

    /// <summary>A heading was pressed.</summary>
    [Parameter] public EventCallback<UserSort> OnSort { get; set; }

    [Parameter] public IReadOnlyList<UserRow> Selected { get; set; } = [];

    [Parameter] public EventCallback<IReadOnlyList<UserRow>> SelectedChanged { get; set; }

    [Parameter] public bool Loading { get; set; }

    [Parameter] public bool Filtered { get; set; }

    [Parameter] public RenderFragment? Error { get; set; }

    [Parameter] public bool HasPrevious { get; set; }

    [Parameter] public bool HasNext { get; set; }

    [Parameter] public EventCallback OnPrevious { get; set; }

    [Parameter] public EventCallback OnNext { get; set; }

    [Parameter] public EventCallback OnClear { get; set; }

    private DateTimeOffset Now => Clock.GetUtcNow();

    private static string? PhoneClass(UserColumn column) => column.OnPhone ? null : "only-wide";

    private SortDirection DirectionOf(UserSort sort) =>
        sort != Sort ? SortDirection.None : Descending ? SortDirection.Descending : SortDirection.Ascending;

    private StatusKind? AgeOf(DateTimeOffset changed) => (Now - changed).TotalDays switch
    {
        > OldPassword => StatusKind.Error,
        > AgingPassword => StatusKind.Warning,
        _ => null,
    };
}
