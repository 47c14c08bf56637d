using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SdkGen.OAuth.Comparison;

// The provider speaks https, so that every library keeps the HTTP client that it makes by itself. A process trusts what it is told at its
// start: this one makes a certificate and starts itself again with it. (OpenSSL reads these variables: run it on Linux.)
const string Trusted = "SSL_CERT_FILE";
const string KeyFile = "COMPARISON_KEY";
if (Environment.GetEnvironmentVariable(KeyFile) is not { } keyFile)
{
    var folder = Directory.CreateTempSubdirectory("comparison-").FullName;
    try
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (certificateFile, privateFile) = (Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"));
        await File.WriteAllTextAsync(certificateFile, made.ExportCertificatePem());
        await File.WriteAllTextAsync(privateFile, key.ExportPkcs8PrivateKeyPem());
        var again = new ProcessStartInfo(Environment.ProcessPath!, args);
        again.Environment[Trusted] = certificateFile;
        again.Environment[KeyFile] = privateFile;
        using var process = Process.Start(again)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

using var certificate = X509Certificate2.CreateFromPemFile(Environment.GetEnvironmentVariable(Trusted)!, keyFile);
await using var provider = await HostileProvider.StartAsync(certificate);
ILibrary[] libraries = [new Ours(), new DuendeLibraries(), new Msal(), new OpenIddictClient()];
var table = new StringBuilder();
table.AppendLine(CultureInfo.InvariantCulture, $"| attack | safe | {string.Join(" | ", libraries.Select(library => $"{library.Name} {library.Version}"))} |");
table.AppendLine(string.Concat(Enumerable.Repeat("| --- ", libraries.Length + 2)) + "|");
foreach (var attack in Attacks.All)
{
    var outcomes = new List<string>();
    foreach (var library in libraries)
    {
        var run = new Run(provider, library, reason => Console.Error.WriteLine($"{attack.Name} | {library.Name} | {reason}"));
        outcomes.Add(await attack.RunAsync(run));
    }

    table.AppendLine(CultureInfo.InvariantCulture, $"| {attack.Name} | {attack.Safe} | {string.Join(" | ", outcomes)} |");
}

var heading = $"Run on {DateTime.UtcNow:yyyy-MM-dd} with {RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription.Split('#')[0].Trim()}.";
var result = $"{heading}\n\n{table.ToString().ReplaceLineEndings("\n")}";
Console.Write(result);

// With the path of a page, the table there is replaced.
if (args is [var page])
{
    const string begin = "<!-- made by tests/SdkGen.OAuth.Comparison -->\n", end = "<!-- end -->";
    var text = await File.ReadAllTextAsync(page);
    var (first, last) = (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, text.IndexOf(end, StringComparison.Ordinal));
    await File.WriteAllTextAsync(page, $"{text[..first]}{result}{text[last..]}");
}

return 0;
