namespace IamConsole.Core.BulkActions;

/// <summary>Every refusal of this slice.</summary>
public static class BulkActionErrors
{
    /// <summary>Nothing is left of the selection.</summary>
    public static readonly Error NoUsers = new("ValidationError", "Select at least one user.");

    /// <summary>More than one background work takes.</summary>
    public static readonly Error TooMany = new("LimitExceeded", "An action can be applied to at most 10,000 users at once. Narrow the list with filters.");

    /// <summary>Nothing is left of the selection.</summary>
    public static readonly Error NoTokens = new("ValidationError", "Select at least one token.");

    /// <summary>More than one background work takes.</summary>
    public static readonly Error TooManyTokens = new(
        "LimitExceeded", "An action can be applied to at most 10,000 tokens at once. Narrow the list with filters.");

    /// <summary>Who does it to many users does not do it to himself.</summary>
    public static readonly Error NotOneself = new("InvalidInput", "This is the user you are signed in as. It was left as it is.");
}
