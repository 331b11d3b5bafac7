using IamConsole.Core.Accounts;
using IamConsole.Core.AccountSettings;

namespace IamConsole.Web.AccountSettings;

/// <summary>What the form of one rule for security keys holds: everybody's, or a group's.</summary>
public sealed class KeyRuleForm
{
    private readonly List<KeyModelName> _models;

    /// <summary>Filled with a rule.</summary>
    public KeyRuleForm(SecurityKeyRule rule, string? group)
    {
        Group = group;
        (Attestation, ModelChoice, _models) = (rule.Attestation, rule.ModelChoice, [.. rule.Models]);
        (LowestFido, LowestFips) = (rule.LowestFido, rule.LowestFips);
        (IsDeviceBound, VerifiesUser) = (!rule.AllowsSynced, rule.RequiresUserVerification);
    }

    /// <summary>The group; null for everybody's rule.</summary>
    public string? Group { get; }

    public AttestationDemand Attestation { get; set; }

    public ModelChoice ModelChoice { get; set; }

    public IReadOnlyList<KeyModelName> Models => _models;

    public FidoLevel LowestFido { get; set; }

    public FipsLevel LowestFips { get; set; }

    public bool IsDeviceBound { get; set; }

    public bool VerifiesUser { get; set; }

    /// <summary>A model that is being typed.</summary>
    public string? Typed { get; set; }

    /// <summary>What is wrong with it.</summary>
    public string? TypedError { get; private set; }

    /// <summary>As the use case wants it.</summary>
    public SecurityKeyRule Rule => new()
    {
        Attestation = Attestation,
        ModelChoice = ModelChoice,
        Models = [.. Models],
        LowestFido = LowestFido,
        LowestFips = LowestFips,
        AllowsSynced = !IsDeviceBound,
        RequiresUserVerification = VerifiesUser,
    };

    /// <summary>How a model stands in the list that is offered.</summary>
    public static string Offer(KeyModelName model) => $"{model.Name} ({model.Key})";

    /// <summary>Adds what was typed: an offer, a name for all models called so, or a key by hand. False when it is none.</summary>
    public bool AddTyped(IReadOnlyList<KeyModelName> known)
    {
        TypedError = null;
        if (ModelChoice is ModelChoice.Any || string.IsNullOrWhiteSpace(Typed)) return true;
        var (text, key) = (Typed.Trim(), ModelKey.Normalize(Typed));
        var found = known.Where(m => m.Key == key || Is(m.Name, text) || Is(Offer(m), text)).ToList();
        if (found.Count == 0 && key is not null) found.Add(new KeyModelName(key, key));
        if (found.Count == 0)
        {
            TypedError = AccountSettingsErrors.InvalidModel.Message;
            return false;
        }

        _models.AddRange(found.ExceptBy(_models.Select(m => m.Key), m => m.Key));
        Typed = null;
        return true;
    }

    public void Remove(KeyModelName model) => _models.Remove(model);

    private static bool Is(string name, string text) => name.Equals(text, StringComparison.OrdinalIgnoreCase);
}
