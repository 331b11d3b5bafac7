namespace IamConsole.Core.Permissions;

/// <summary>The stock of hardware tokens.</summary>
public sealed partial record IamAction
{
    /// <summary>List the tokens that the account can use or has.</summary>
    public static readonly IamAction ListHardwareTokens = new("iamconsole:ListHardwareTokens", AccessLevel.List, ResourceType.Account);

    /// <summary>Read a token and its history.</summary>
    public static readonly IamAction GetHardwareToken = new("iamconsole:GetHardwareToken", AccessLevel.Read, ResourceType.Account);

    /// <summary>Find tokens by two codes that they show. Not "Get": who may only read does not try codes.</summary>
    public static readonly IamAction FindHardwareToken =
        new("iamconsole:FindHardwareToken", AccessLevel.Read, ResourceType.Account, Safeguards.FreshProof);

    /// <summary>Read a vendor's file, import it into the account's stock, undo that.</summary>
    public static readonly IamAction ImportHardwareTokens =
        new("iamconsole:ImportHardwareTokens", AccessLevel.Write, ResourceType.Account, Safeguards.FreshProof);

    /// <summary>Change what becomes of tokens that are removed from users.</summary>
    public static readonly IamAction UpdateHardwareTokenPolicy =
        new("iamconsole:UpdateHardwareTokenPolicy", AccessLevel.Write, ResourceType.Account, Safeguards.FreshProof);

    /// <summary>Hand a token out, take it back, suspend, resume, report it lost or found, retire it.</summary>
    public static readonly IamAction UpdateHardwareToken =
        new("iamconsole:UpdateHardwareToken", AccessLevel.Write, ResourceType.Account, Safeguards.FreshProof);
}
