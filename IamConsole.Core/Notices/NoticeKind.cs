namespace IamConsole.Core.Notices;

/// <summary>What a notice is about, where that makes a difference.</summary>
public enum NoticeKind
{
    /// <summary>A change of a device, password or session.</summary>
    Change,

    /// <summary>A right password followed by wrong codes.</summary>
    WrongCodes,

    /// <summary>A change of the address that notices go to: told to the old one.</summary>
    AddressChange,
}
