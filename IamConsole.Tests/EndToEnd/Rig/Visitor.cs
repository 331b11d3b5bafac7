using IamConsole.Core.Demo;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>Somebody at a window of the console: speaks in what people do.</summary>
public sealed class Visitor(BrowserPage window, Organisation? organisation = null)
{
    public IPage Page { get; } = window.Page;

    public async Task SignInAsync(DemoPerson person, string? password = null)
    {
        if (person.IsRoot)
        {
            await Page.GotoAsync("/signin");
            await Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with the root user email" }).ClickAsync();
            await Page.GetByLabel("Root user email address").FillAsync(person.Email!);
            await PressAsync("Next");
        }
        else
        {
            await Page.GotoAsync("/signin");
            await Page.GetByLabel("Account ID (12 digits) or alias").FillAsync(AliasOf(person));
            await Page.GetByLabel("IAM user name").FillAsync(person.Name);
        }

        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(password ?? person.Password);
        await PressAsync("Sign in");
    }

    public async Task EnterCodeAsync(string code)
    {
        await Page.GetByLabel("MFA code").FillAsync(code);
        await PressAsync("Submit");
    }

    public async Task SignInWithCodeAsync(DemoPerson person, string code)
    {
        await SignInAsync(person);
        await EnterCodeAsync(code);
        await SeeConsoleAsync();
    }

    /// <summary>Waits until a page of the console answers to clicks.</summary>
    public Task SeeConsoleAsync() => Page.Locator("[data-interactive=true]").WaitForAsync();

    public async Task GoToAsync(string path)
    {
        await Page.GotoAsync(path);
        await SeeConsoleAsync();
    }

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public Task SeeAsync(string text) => Page.GetByText(text).First.WaitForAsync();

    /// <summary>Step 1 of the wizard.</summary>
    public async Task ChooseDeviceAsync(string name, string kind)
    {
        await Page.GetByLabel("Device name").FillAsync(name);
        await Page.GetByRole(AriaRole.Radio, new() { Name = kind }).CheckAsync();
        await PressAsync("Next");
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Set up device" }).WaitForAsync();
    }

    /// <summary>The whole wizard with the key that is plugged in; what comes of it is the caller's to see.</summary>
    public async Task AddKeyAsync(string name)
    {
        await OfferKeyAsync(name);
        await SeeAsync("The key answered");
        await PressAsync("Add MFA");
    }

    /// <summary>The wizard up to the answer of the key that is plugged in.</summary>
    public async Task OfferKeyAsync(string name)
    {
        await SeeConsoleAsync();
        await GoToAsync("/security-credentials/assign-mfa");
        await ChooseDeviceAsync(name, "Passkey or security key");
    }

    /// <summary>Both codes, one after the other; the server's clock moves in between. Answers the second.</summary>
    public async Task<string> EnterTwoCodesAsync(Codes device, string button)
    {
        device.Hold();
        await Page.GetByLabel("MFA code 1").FillAsync(device.Now());
        var second = device.Next();
        await Page.GetByLabel("MFA code 2").FillAsync(second);
        await PressAsync(button);
        return second;
    }

    public async Task SelectDeviceAsync(string name) =>
        await Page.GetByRole(AriaRole.Radio, new() { Name = "Select " + name }).CheckAsync();

    public async Task SignOutAsync()
    {
        await Page.Locator(".account-button").ClickAsync();
        await PressAsync("Sign out");
        await Page.WaitForURLAsync("**/signin");
    }

    private string AliasOf(DemoPerson person) =>
        organisation!.Lumen.People.Contains(person) ? organisation.Lumen.Alias : organisation.Federal.Alias;
}
