package ktap.dsl.ide;

/** Xtext's generic language services, as generated. {@link KtapProposals} and {@link KtapTokenStyles} need none. */
public class KtapIdeModule extends AbstractKtapIdeModule {
}
