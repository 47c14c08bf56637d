using SdkGen.Cli.Running;
using Spectre.Console;

namespace SdkGen.Cli.Output;

/// <summary>What is said on standard error, beside the result: what to do, what is being done, what went wrong.</summary>
internal sealed class Notes
{
    private readonly IAnsiConsole _console = Consoles.Error;

    /// <summary>Whether a person reads it in a terminal.</summary>
    public bool IsTerminal { get; } = Consoles.IsErrorTerminal;

    /// <summary>Says something, in one line of its own.</summary>
    public void Say(string text) => Write(null, text);

    /// <summary>Says what is not as it should be, but does not stop the command.</summary>
    public void Warn(string text) => Write("warning", text);

    /// <summary>Says why the command ends.</summary>
    public void Fail(Failure failure)
    {
        Write("error", failure.Message);
        if (failure.Advice is { } advice)
        {
            Write("what to do", advice);
        }
    }

    /// <summary>Draws a QR code, if a person looks and their terminal has room for it.</summary>
    public void DrawQrCode(string text)
    {
        if (!IsTerminal || !_console.Profile.Capabilities.Unicode || _console.Profile.Capabilities.ColorSystem == ColorSystem.NoColors)
        {
            return;
        }

        var code = new QrCode(text);
        if (code.Width < Consoles.ErrorWidth)
        {
            _console.Write(code);
        }
    }

    /// <summary>Shows that something takes its time: a moving line in a terminal, and nothing in a pipe or a file.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="text">What is being done.</param>
    /// <param name="work">What takes the time. It may say something meanwhile.</param>
    public Task<T> WaitAsync<T>(string text, Func<Task<T>> work) =>
        WaitAsync(text, _ => work());

    /// <summary>The same, of work that says how far it is.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="text">What is being done at first.</param>
    /// <param name="work">What takes the time. It is given what says what is being done now.</param>
    public Task<T> WaitAsync<T>(string text, Func<Action<string>, Task<T>> work) =>
        IsTerminal
            ? _console.Status().Spinner(Spinner.Known.Dots)
                .StartAsync(Markup.Escape(text.Printable()), status => work(now => status.Status = Markup.Escape(now.Printable())))
            : work(_ => { });

    private void Write(string? kind, string text)
    {
        if (kind is not null)
        {
            _console.Markup(kind switch
            {
                "error" => "[bold red]error[/]: ",
                "warning" => "[bold yellow]warning[/]: ",
                _ => $"[bold]{kind}[/]: ",
            });
        }

        _console.WriteLine(text.Printable());
    }
}
