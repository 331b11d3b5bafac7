using IamConsole.Core;
using IamConsole.Core.KeyProgram;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>The security key program as its operator opens it, and root's part in it.</summary>
internal static class KeyProgram
{
    /// <summary>On, for accounts of the United States that spent 100; two models; the organisation spent <paramref name="spend"/>.</summary>
    public static async Task OpenKeyProgramAsync(this Organisation org, long spend)
    {
        var ct = TestContext.Current.CancellationToken;
        Result[] done =
        [
            await org.Server.Get<SetKeyProgramRules>().RunAsync(new WantedKeyRules(["US"], 365, new Dictionary<string, long> { [FigureMinimum.Spend] = 100 }), ct),
            await org.Server.Get<AddKeyModel>().RunAsync("usb-c", "USB-C with NFC", "For recent laptops and phones. FIDO2 Level 2.", 5, ct),
            await org.Server.Get<AddKeyModel>().RunAsync("usb-a", "USB-A with NFC", "For older computers. FIDO2 Level 2.", 5, ct),
            await org.Server.Get<RecordFigure>().RunAsync(org.Lumen.Alias, FigureMinimum.Spend, spend, ct),
        ];
        Assert.All(done, d => Assert.True(d.Succeeded, d.Error?.Message));
        await org.Server.Get<SwitchKeyProgram>().RunAsync(on: true, ct);
    }

    /// <summary>The order form, all but its button.</summary>
    public static async Task FillAddressAsync(this Visitor root, string zip)
    {
        await root.Page.GetByLabel("Full name").FillAsync("Maria Sousa");
        await root.Page.GetByLabel("Phone number").FillAsync("+1 555 0142");
        await root.Page.GetByLabel("Address line 1").FillAsync("410 Harbour Street");
        await root.Page.GetByLabel("City").FillAsync("Portland");
        await root.Page.GetByLabel("State").SelectOptionAsync("Oregon");
        await root.Page.GetByLabel("ZIP code").FillAsync(zip);
        await root.Page.GetByLabel("I accept the terms").CheckAsync();
    }
}
