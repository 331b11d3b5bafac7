using IamConsole.Core.Users;
using IamConsole.Web.Controls;

namespace IamConsole.Web.Users;

/// <summary>A user's devices in a few words.</summary>
public static class MfaKinds
{
    /// <summary>"Passkey (2), Virtual", or "None".</summary>
    public static string Text(UserRow user)
    {
        (string Kind, int Count)[] kinds = [("Passkey", user.SecurityKeys), ("Virtual", user.VirtualDevices), ("Hardware", user.HardwareTokens)];
        var words = kinds.Where(k => k.Count > 0).Select(k => k.Count == 1 ? k.Kind : $"{k.Kind} ({k.Count})").ToList();
        return words.Count == 0 ? "None" : string.Join(", ", words);
    }

    /// <summary>Having no device is a fault only where there is a password to steal.</summary>
    public static StatusKind Status(UserRow user) =>
        Count(user) > 0 ? StatusKind.Success : user.HasConsoleAccess ? StatusKind.Warning : StatusKind.Plain;

    /// <summary>Devices of all kinds.</summary>
    public static int Count(UserRow user) => user.SecurityKeys + user.VirtualDevices + user.HardwareTokens;
}
