"""Every page tells the browser what it may load and run, and where the site lies in the Tor network if it does."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from knowledge import channels, policy
from knowledge.fields import Unfit


def on_config(config: MkDocsConfig) -> None:
    """`extra.onion`, where it is set, is the address of an onion service."""
    if "onion" in config.extra:
        try:
            channels.onion(config.extra["onion"])
        except Unfit as fault:
            raise PluginError(f"mkdocs.yml: extra.onion: {fault.what}: {fault.cure}") from fault


def on_env(env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
    """Templates find the policies of pages by name."""
    env.globals["policy"] = {"pages": policy.written(policy.PAGES), "search": policy.written(policy.SEARCH)}
    return env
