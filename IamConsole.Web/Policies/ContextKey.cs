namespace IamConsole.Web.Policies;

/// <summary>A condition key that is being typed.</summary>
public sealed class ContextKey
{
    public string? Key { get; set; }

    /// <summary>Separated by commas.</summary>
    public string? Values { get; set; }
}
