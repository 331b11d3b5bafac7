using IamConsole.Core.AuditTrail;

namespace IamConsole.Web.AuditTrail;

/// <summary>Something that events can be looked up by.</summary>
/// <param name="Key">In the address.</param>
/// <param name="Text">On the page.</param>
/// <param name="Get">The part of the filter.</param>
/// <param name="With">The filter with another value.</param>
public sealed record LookupKey(
    string Key, string Text, Func<EventFilter, string?> Get, Func<EventFilter, string?, EventFilter> With);
