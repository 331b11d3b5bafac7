namespace IamConsole.Core.Groups;

/// <summary>Every refusal of this slice.</summary>
public static class GroupErrors
{
    /// <summary>Field of the name.</summary>
    public const string NameField = "GroupName";

    /// <summary>Groups of one user.</summary>
    public const int MostGroupsOfUser = 10;

    /// <summary>The name has a wrong form.</summary>
    public static readonly Error InvalidName = new(
        "ValidationError", "Use 1 to 128 letters, digits and the characters + = , . @ _ -", NameField);

    /// <summary>No such group in this account.</summary>
    public static readonly Error NoSuchGroup = new("NoSuchEntity", "The user group cannot be found.");

    /// <summary>The user is not in the group.</summary>
    public static readonly Error NoMember = new("NoSuchEntity", "The user is not in this group.");

    /// <summary>Root is in no group.</summary>
    public static readonly Error RootIsNoMember = new("InvalidInput", "The root user cannot be in a group.");

    /// <summary>Too many groups.</summary>
    public static readonly Error TooManyGroups = new("LimitExceeded", "Cannot exceed quota for GroupsPerUser: 10");

    /// <summary>The name is taken.</summary>
    public static Error NameTaken(string name) => new("EntityAlreadyExists", $"Group with name {name} already exists.", NameField);
}
