using IamConsole.Web.Sessions;

namespace IamConsole.Web.Users;

/// <summary>Tags that are being typed.</summary>
/// <param name="Tags">Key and value of each row.</param>
public sealed record KeptTags(IReadOnlyList<KeyValuePair<string, string>> Tags) : IKept;
