namespace IamConsole.Web.Users;

/// <summary>A tag that is being typed.</summary>
public sealed class TagDraft
{
    public string? Key { get; set; }

    public string? Value { get; set; }
}
