namespace IamConsole.Core.Permissions;

/// <summary>Models of security keys, from the FIDO metadata.</summary>
public sealed partial record IamAction
{
    /// <summary>List the models, and how many users have one.</summary>
    public static readonly IamAction ListSecurityKeyModels = new("iamconsole:ListSecurityKeyModels", AccessLevel.List, ResourceType.Account);

    /// <summary>Read a model, and who has one.</summary>
    public static readonly IamAction GetSecurityKeyModel = new("iamconsole:GetSecurityKeyModel", AccessLevel.Read, ResourceType.Account);
}
