namespace PluginHost.Workbench.Tests.Views.BuiltIn;

/// <summary>A plugin of a third party that brings a network and publishes on it, in memory. Its command <c>guest.posts</c> says what was asked of it.</summary>
internal static class PublishingPlugin
{
    public const string Id = "guest";

    public const string Profiles = """
        profiles:
          "@shop": { network: net, language: en, purpose: offers }
          "@help": { network: net, language: nb }
          "@quiet": { network: net, purpose: listening }
        """;

    public const string Source = """
        [Provides(typeof(IPublisher))]
        [Setting("seed", SettingKind.Number, "A number.", Default = "1")]
        [Setting("greeting", SettingKind.Text, "A text.")]
        public sealed class Guest : Plugin
        {
            private readonly Publisher _publisher = new();

            public override Task ActivateAsync(IHost host, CancellationToken cancel)
            {
                _publisher.Clock = host.Clock;
                host.Services.Provide<IPublisher>(_publisher);
                return Task.CompletedTask;
            }

            [Network("net", "Net", Rehearsal = true)]
            public Network Net() => new Net();

            [View("guest.outbox", "Guest Outbox", Area.Editor, Welcome = "Nothing yet.")]
            public Table Outbox() => Table.Of(_publisher.Posts, ("said", post => post));

            [Command("guest.posts", "Posts")]
            public string Posts() => string.Join("; ", _publisher.Posts);

            [Command("guest.said", "Said")]
            public string Said() => string.Join("; ", _publisher.Said);

            [Command("guest.keys", "Keys")]
            public string Keys() => string.Join("; ", _publisher.Keys);

            [Command("guest.know", "Know")]
            public void Know() => _publisher.Keys.Add("a1");

            [Command("guest.checks", "Checks")]
            public int Checks() => _publisher.Checks;

            [Command("guest.refuse", "Refuse")]
            public void Refuse() => _publisher.IsRefusing = true;
        }

        public sealed class Net : Network
        {
            public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) =>
                Task.FromResult(new NetworkRules { Limit = 20, ByteLimit = 60, Source = "a test" });

            public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel) => throw new NotSupportedException();
        }

        public sealed class Publisher : IPublisher
        {
            private readonly Dictionary<string, Post> _posts = new();

            public List<string> Posts { get; } = new();

            public List<string> Keys { get; } = new();

            public List<string> Said { get; } = new();

            public TimeProvider Clock { get; set; } = TimeProvider.System;

            public int Checks { get; private set; }

            public bool IsRefusing { get; set; }

            public Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel)
            {
                Checks++;
                return Task.FromResult<IReadOnlyList<Problem>>(plan.Variants
                    .Where(variant => variant.Text.Contains("twice"))
                    .Select(variant => new Problem { Rule = "guest.repeat", Severity = Severity.Warning, Profile = variant.Profile, Message = "said before" })
                    .Concat(plan.Variants.Where(variant => variant.Text.Contains("color")).Select(variant => new Problem
                    {
                        Rule = "guest.spelling",
                        Severity = Severity.Warning,
                        Profile = variant.Profile,
                        Message = "spelled as elsewhere",
                        Range = new TextRange { Start = variant.Text.IndexOf("color"), Length = 5 },
                        Fix = new Fix { Title = "Write colour", Replacement = "colour" },
                    }))
                    .ToList());
            }

            public Task<PublishResult> PlanAsync(PostPlan plan, CancellationToken cancel)
            {
                if (IsRefusing)
                    return Task.FromResult<PublishResult>(new NotPublished { Problems = new[] { new Problem { Rule = "guest.no", Severity = Severity.Error, Message = "not today" } } });

                if (Keys.Contains(plan.Effect!.Occurrence))
                    throw new ChangedEffectException(plan.Effect, "another text.");

                Keys.Add(plan.Effect.Occurrence);
                Said.Add(string.Join(" / ", plan.Variants.Select(variant => $"{variant.Profile} in {variant.Language}: {variant.Text}")));
                var id = (_posts.Count + 1).ToString();
                _posts[id] = Make(id, plan, plan.At is null ? TargetState.Draft : TargetState.Scheduled);
                Posts.Add($"planned {id}: {plan.Variants[0].Text} on {string.Join(",", plan.Variants.Select(variant => variant.Profile))} at {plan.At:HH:mm:ss}");
                return Task.FromResult<PublishResult>(new Published { Post = _posts[id] });
            }

            public Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel)
            {
                var id = _posts.Count.ToString();
                if (_posts[id].Targets[0].State == TargetState.Scheduled)
                {
                    _posts[id] = Make(id, plan, TargetState.Sent);
                    Posts.Add($"sent {id} at {Clock.GetUtcNow():HH:mm:ss}");
                }

                return Task.FromResult<PublishResult>(new Published { Post = _posts[id] });
            }

            public Task<Post> WithdrawAsync(string post, CancellationToken cancel)
            {
                if (_posts[post].Targets[0].State != TargetState.Sent)
                {
                    _posts[post] = _posts[post] with { Targets = _posts[post].Targets.Select(target => target with { State = TargetState.Refused }).ToList() };
                    Posts.Add($"withdrawn {post}");
                }

                return Task.FromResult(_posts[post]);
            }

            private static Post Make(string id, PostPlan plan, TargetState state) => new()
            {
                Id = id,
                CreatedAt = default,
                At = plan.At,
                Targets = plan.Variants.Select(variant => new Target { Profile = variant.Profile, Network = "net", Text = variant.Text, State = state }).ToList(),
            };
        }
        """;
}
