namespace IamConsole.Core.Users;

/// <summary>For whom a password is hashed. Decides whose turn it is; names and addresses are not compared in any other way.</summary>
public sealed class HashAsker
{
    private HashAsker(string name, string? address, bool inSession)
    {
        (Name, Network, IsInSession) = (name, ClientNetwork.Of(address), inSession);
        Shares = [(name, 1), .. Network is null ? [] : ClientNetwork.Around(address).Prepend((Network, 1))];
    }

    /// <summary>A command on the server.</summary>
    public static HashAsker Operator { get; } = new("operator", null, inSession: true);

    /// <summary>Whether somebody is signed in already: waits in a queue of its own, behind no stranger.</summary>
    internal bool IsInSession { get; }

    /// <summary>The name that was typed, hashed: people type passwords there.</summary>
    internal string Name { get; }

    /// <summary>See <see cref="ClientNetwork.Of"/>.</summary>
    internal string? Network { get; }

    /// <summary>Everything that the hash is charged to, with its weight.</summary>
    internal IReadOnlyList<(string Key, double Weight)> Shares { get; }

    /// <summary>Somebody at the door, whoever he says he is.</summary>
    /// <param name="name">What the throttle counts by; the same form for names that exist and names that do not.</param>
    /// <param name="client">Where the request came from.</param>
    public static HashAsker AtSignIn(string name, ClientInfo client) => new("name:" + SecretToken.Hash(name), client.Address, inSession: false);

    /// <summary>A user with a session.</summary>
    public static HashAsker InSession(string userId) => new("session:" + userId, null, inSession: true);
}
