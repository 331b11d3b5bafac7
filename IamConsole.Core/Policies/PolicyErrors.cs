namespace IamConsole.Core.Policies;

/// <summary>Every refusal of this slice, in IAM's codes and words.</summary>
public static class PolicyErrors
{
    /// <summary>Field of the name.</summary>
    public const string NameField = "PolicyName";

    /// <summary>Field of the document.</summary>
    public const string DocumentField = "PolicyDocument";

    /// <summary>Field of the description.</summary>
    public const string DescriptionField = "Description";

    /// <summary>The longest managed policy, white space not counted.</summary>
    public const int LargestManaged = 6_144;

    /// <summary>All inline policies of a user together, white space not counted.</summary>
    public const int LargestOfUser = 2_048;

    /// <summary>All inline policies of a group together, white space not counted.</summary>
    public const int LargestOfGroup = 5_120;

    /// <summary>Managed policies attached to one user or group.</summary>
    public const int MostAttached = 10;

    /// <summary>The name has a wrong form.</summary>
    public static readonly Error InvalidName = new(
        "ValidationError", "Use 1 to 128 letters, digits and the characters + = , . @ _ -", NameField);

    /// <summary>The description is too long.</summary>
    public static readonly Error DescriptionTooLong = new("ValidationError", "Use at most 1,000 characters.", DescriptionField);

    /// <summary>Somebody else wrote the document in between.</summary>
    public static readonly Error Changed = new(
        "ConcurrentModification", "The policy was changed in the meantime. Reload it, then make your change again.");

    /// <summary>A built-in policy is the same for everybody.</summary>
    public static readonly Error BuiltIn = new("AccessDenied", "A built-in policy cannot be changed or deleted. Create a customer managed policy from it.");

    /// <summary>The policy is attached somewhere.</summary>
    public static readonly Error InUse = new(
        "DeleteConflict", "Cannot delete a policy attached to entities. Detach it from all users and groups first.");

    /// <summary>The policy is not attached there.</summary>
    public static readonly Error NotAttached = new("NoSuchEntity", "The policy is not attached here.");

    /// <summary>Root has no policies.</summary>
    public static readonly Error RootHasNoPolicies = new("InvalidInput", "The root user has no policies: it is allowed everything by default.");

    /// <summary>Too many attachments.</summary>
    public static readonly Error TooManyAttached = new("LimitExceeded", "Cannot exceed quota for PoliciesPerUser or PoliciesPerGroup: 10");

    /// <summary>The name is taken.</summary>
    public static Error NameTaken(string name) => new("EntityAlreadyExists", $"A policy called {name} already exists. Duplicate names are not allowed.", NameField);

    /// <summary>No such policy in this account.</summary>
    public static Error NoSuchPolicy(string arn) => new("NoSuchEntity", $"Policy {arn} does not exist or is not attachable.");

    /// <summary>The document is malformed.</summary>
    public static Error Malformed(Language.PolicyFinding first) => new(
        "MalformedPolicyDocument", $"{first.Message} (line {first.At.Line}, column {first.At.Column})", DocumentField);

    /// <summary>The documents are too long.</summary>
    public static Error TooLong(int limit) => new("LimitExceeded", $"Cannot exceed quota for PolicySize: {limit}", DocumentField);
}
