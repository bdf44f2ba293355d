using MeetingHub.Web.Translating;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Translating;

public sealed class TranslatingTests : IAsyncDisposable
{
    private readonly FakeTranslation service = new();

    [Theory]
    [InlineData("LibreTranslate")]
    [InlineData("DeepL")]
    public async Task Texts_come_back_in_their_order_however_many(string provider)
    {
        string[] texts = [.. Enumerable.Range(0, 120).Select(n => $"слово {n}")];
        foreach (var to in new[] { "fr", "en" })
        {
            var answer = await Ask(provider, texts, to);
            Assert.Null(answer.Fault);
            Assert.Equal(texts.Select(t => t.ToUpperInvariant()), answer.Texts);
        }
    }

    [Theory]
    [InlineData("LibreTranslate")]
    [InlineData("DeepL")]
    public async Task Each_refusal_has_a_name_of_its_own(string provider)
    {
        foreach (
            var (status, fault) in new[]
            {
                (400, TranslatingFault.NotAccepted),
                (403, TranslatingFault.KeyRefused),
                (413, TranslatingFault.TooLong),
                (429, TranslatingFault.TooMany),
                (456, TranslatingFault.QuotaUsed),
                (500, TranslatingFault.NotReachable),
                (503, TranslatingFault.NotReachable),
                (529, TranslatingFault.TooMany),
                (302, TranslatingFault.NotUnderstood),
            }
        )
        {
            service.Instead = http =>
            {
                http.Response.StatusCode = status;
                http.Response.Headers.Location = "http://127.0.0.1:1/";
                return Task.CompletedTask;
            };
            Assert.Equal(fault, (await Ask(provider, ["слово"])).Fault);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"translatedText\":[],\"translations\":[]}")]
    [InlineData("{\"translatedText\":[1],\"translations\":[{\"text\":1}]}")]
    [InlineData("{\"translatedText\":\"x\",\"translations\":[1]}")]
    public async Task What_is_no_translation_is_not_taken_for_one(string body)
    {
        service.Instead = http => http.Response.WriteAsync(body);

        Assert.Equal(TranslatingFault.NotUnderstood, (await Ask("LibreTranslate", ["слово"])).Fault);
        Assert.Equal(TranslatingFault.NotUnderstood, (await Ask("DeepL", ["слово"])).Fault);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        service.Instead = async http =>
        {
            var block = new byte[64 * 1024];
            for (var n = 0; n < 200 && !http.RequestAborted.IsCancellationRequested; n++)
                await http.Response.Body.WriteAsync(block);
        };

        Assert.Equal(TranslatingFault.NotUnderstood, (await Ask("DeepL", ["слово"])).Fault);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_not_waited_for()
    {
        service.Instead = http => Task.Delay(Timeout.Infinite, http.RequestAborted);

        Assert.Equal(TranslatingFault.TimedOut, (await Ask("LibreTranslate", ["слово"], timeout: 1)).Fault);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_said_to_be_out_of_reach()
    {
        var translator = Make(
            new Dictionary<string, string> { ["Provider"] = "LibreTranslate", ["Address"] = "http://127.0.0.1:1" }
        );

        Assert.Equal(TranslatingFault.NotReachable, (await translator.Translate(["слово"], true, "uk", "fr")).Fault);
    }

    [Theory]
    [InlineData("Provider=Babel", "Translating:Provider")]
    [InlineData("Provider=LibreTranslate", "Translating:Address")]
    [InlineData("Provider=LibreTranslate;Address=ftp://x", "Translating:Address")]
    [InlineData("Provider=DeepL", "Translating:Key")]
    [InlineData("Provider=DeepL;Key=k;Address=http://deepl.example", "Translating:Address")]
    [InlineData("TimeoutSeconds=0", "Translating:TimeoutSeconds")]
    public void A_wrong_setting_is_named(string settings, string name) =>
        Assert.StartsWith(name, TranslatingSettings.Fault(Configured(settings)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Provider=DeepL;Key=abc:fx", "https://api-free.deepl.com/")]
    [InlineData("Provider=DeepL;Key=abc", "https://api.deepl.com/")]
    [InlineData("Provider=LibreTranslate;Address=http://libretranslate:5000", "http://libretranslate:5000/")]
    public void The_address_follows_from_the_settings(string settings, string address)
    {
        Assert.Null(TranslatingSettings.Fault(Configured(settings)));
        Assert.Equal(new Uri(address), TranslatingSettings.Of(Configured(settings)).Base());
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    private Task<Translated> Ask(string provider, string[] texts, string to = "fr", int timeout = 5) =>
        Make(service.Settings(provider, timeout).ToDictionary(s => s.Key.Split(':')[1], s => s.Value))
            .Translate(texts, isHtml: true, "uk", to);

    private static ITranslator Make(IReadOnlyDictionary<string, string> settings) =>
        new ServiceCollection()
            .AddTranslating(Configured(string.Join(';', settings.Select(s => $"{s.Key}={s.Value}"))))
            .BuildServiceProvider()
            .GetRequiredService<ITranslator>();

    private static IConfiguration Configured(string settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings
                    .Split(';')
                    .Select(s => KeyValuePair.Create($"Translating:{s.Split('=', 2)[0]}", (string?)s.Split('=', 2)[1]))
            )
            .Build();
}
