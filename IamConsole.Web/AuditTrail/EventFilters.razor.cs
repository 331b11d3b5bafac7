using IamConsole.Core.AuditTrail;
using IamConsole.Core.Permissions;
using IamConsole.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace IamConsole.Web.AuditTrail;

/// <summary>What to look events up by: attributes add up, as do result and time range.</summary>
public sealed partial class EventFilters
{
    // Offered while typing; any other can be typed as well. Calls that only read leave a row when they are denied.
    private static readonly Dictionary<string, string[]> Offered = new()
    {
        ["name"] =
        [
            .. IamAction.All.Select(a => a.EventName).Concat(["ConsoleLogin", "CheckMfa", "PasswordUpdated", "SignOut"])
                .Distinct().Order(StringComparer.Ordinal),
        ],
        ["error"] = [PermissionErrors.AccessDeniedCode, "InvalidAuthenticationCode", "LimitExceeded", "NoSuchEntity", "EntityAlreadyExists", "DeleteConflict"],
    };

    private readonly string _namesId = ElementId.Next("event-names");
    private LookupKey _attribute = EventAddress.Attributes[0];
    private string? _value;

    [Parameter, EditorRequired] public EventQuery Query { get; set; } = null!;

    /// <summary>Another filter was asked for.</summary>
    [Parameter] public EventCallback<EventQuery> OnChange { get; set; }

    private List<FilterToken> Set =>
        [.. EventAddress.Attributes.Where(a => a.Get(Query.Filter) is not null).Select(a => new FilterToken(a.Key, a.Text, a.Get(Query.Filter)!))];

    private Dictionary<string, object>? Suggestions => Offered.ContainsKey(_attribute.Key) ? new() { ["list"] = _namesId } : null;

    // "MFA device" and "IP" keep their capitals.
    private static string Lower(string text) => char.IsUpper(text[1]) ? text : char.ToLowerInvariant(text[0]) + text[1..];

    private static string? Text(DateTimeOffset? time) => time is { } moment ? EventAddress.Moment(moment) : null;

    private void Choose(ChangeEventArgs change) => _attribute = EventAddress.Attributes.Single(a => a.Key == (string?)change.Value);

    private Task Add()
    {
        if (string.IsNullOrWhiteSpace(_value)) return Task.CompletedTask;
        var value = _value.Trim();
        _value = null;
        return Change(_attribute.With(Query.Filter, value));
    }

    private Task Remove(string key) => Change(EventAddress.Attributes.Single(a => a.Key == key).With(Query.Filter, null));

    private Task ChooseResult(ChangeEventArgs change) => Change(Query.Filter with
    {
        Succeeded = (string?)change.Value switch { "success" => true, "failure" => false, _ => null },
    });

    private Task ChooseRange(ChangeEventArgs change) => OnChange.InvokeAsync(
        new EventQuery(Query.Filter with { From = null, To = null }, (string?)change.Value ?? EventQuery.DefaultRange));

    private Task Change(EventFilter filter) => OnChange.InvokeAsync(Query with { Filter = filter });
}
